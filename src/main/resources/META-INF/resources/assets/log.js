// The log's health, improved: its figures refresh themselves while somebody is there. Without this script they are as
// old as the page.
'use strict';

(() => {
  const PAUSE = 5000;
  const ALONE = 10 * 60 * 1000;
  const BY_SCRIPT = {'X-Requested-With': 'JavaScript'};

  const page = document.querySelector('[data-standing]');
  const refreshing = page.querySelector('[data-refreshing]');
  const paused = page.querySelector('[data-paused]');
  let lastSign = Date.now();

  // A page nobody looks at must not keep its session alive.
  for (const sign of ['pointermove', 'keydown', 'scroll', 'focus']) {
    window.addEventListener(sign, () => { lastSign = Date.now(); }, {passive: true});
  }
  refreshing.hidden = false;
  setTimeout(look, PAUSE);

  async function look() {
    if (document.hidden || Date.now() - lastSign > ALONE) {
      setTimeout(look, PAUSE);
      return;
    }
    try {
      const answer = await fetch(page.dataset.standing, {headers: BY_SCRIPT, redirect: 'manual'});
      if (!answer.ok) {
        // The session has ended, or the log cannot be read: the page itself says which.
        refreshing.hidden = true;
        paused.hidden = false;
        return;
      }
      show(await answer.json());
    } catch {
      // The network is away; it is asked again.
    }
    setTimeout(look, PAUSE);
  }

  function show(standing) {
    for (const [name, text] of Object.entries(standing.parts)) {
      page.querySelectorAll(`[data-part="${CSS.escape(name)}"]`).forEach(place => put(place, text));
    }
    const state = page.querySelector('[data-state]');
    state.className = `sign ${standing.look}`;
    // Both are read aloud when they change, and only then.
    put(state.querySelector('[data-mark]'), standing.mark);
    put(state.querySelector('[data-words]'), standing.words);
    const refusal = page.querySelector('[data-refusal]');
    put(refusal.querySelector('[data-reason]'), standing.refusal);
    refusal.hidden = standing.refusal === '';
  }

  function put(place, text) {
    if (place.textContent === text) {
      return;
    }
    place.textContent = text;
    place.classList.remove('changed');
    void place.offsetWidth;
    place.classList.add('changed');
  }
})();
