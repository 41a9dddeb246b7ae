// Replays, improved: the progress moves by itself and the result shows when it is there; the mix is added up while it
// is typed. Without this script a link loads the page again.
'use strict';

(() => {
  const PAUSE = 1500;
  const BY_SCRIPT = {'X-Requested-With': 'JavaScript'};

  const standing = document.querySelector('[data-progress]');
  if (standing) {
    setTimeout(look, PAUSE);
  }

  const mix = document.querySelector('[data-mix]');
  mix?.addEventListener('input', () => {
    const weights = [...mix.querySelectorAll('input')].map(input => Number.parseInt(input.value, 10) || 0);
    mix.querySelector('[data-sum]').textContent = weights.reduce((sum, weight) => sum + weight, 0);
  });

  async function look() {
    try {
      const answer = await fetch(standing.dataset.progress, {headers: BY_SCRIPT, redirect: 'manual'});
      if (!answer.ok) {
        // The session has ended, or somebody else's rights have: the link says which.
        return;
      }
      const progress = await answer.json();
      if (progress.over) {
        location.reload();
        return;
      }
      show(progress);
    } catch {
      // The network is away; it is asked again.
    }
    setTimeout(look, PAUSE);
  }

  function show(progress) {
    const bar = standing.querySelector('progress');
    bar.max = progress.total;
    bar.value = progress.done;
    const words = standing.querySelector('[data-words]');
    if (words.textContent !== progress.words) {
      words.textContent = progress.words;
    }
  }
})();
