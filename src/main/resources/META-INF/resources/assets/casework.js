// A request's page, improved: what is typed is saved on the server while it is written, the claim lasts while the page
// is in use, and texts say how much room is left. Without this script the same page works as a plain one.
'use strict';

(() => {
  const BY_SCRIPT = {'X-Requested-With': 'JavaScript'};
  const SAVE_AFTER = 2000;
  const PROLONG_EVERY = 5 * 60 * 1000;
  const place = () => document.querySelector('[data-request]');
  let saved = typed();
  let timer;
  let usedSinceProlonged = false;

  document.addEventListener('input', event => {
    usedSinceProlonged = true;
    count(event.target);
    if (place() && event.target.form?.matches('form[data-keep]')) {
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER);
    }
  });
  for (const use of ['pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(use, () => { usedSinceProlonged = true; }, {passive: true});
  }
  // Whoever leaves within the two seconds loses nothing either.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && place() && !isSending() && typed() !== saved) {
      navigator.sendBeacon(address('draft'), new URLSearchParams(withToken(typed())));
    }
  });
  document.addEventListener('submit', () => clearTimeout(timer));
  setInterval(prolong, PROLONG_EVERY);
  document.querySelectorAll('textarea[data-longest]').forEach(count);

  function address(what) {
    return `/console/requests/${place().dataset.request}/${what}`;
  }

  function isSending() {
    return document.querySelector('form[data-sending]') !== null;
  }

  // Everything typed in every form of the page, without what belongs to one sending.
  function typed() {
    const content = new URLSearchParams();
    for (const form of document.querySelectorAll('[data-request] form[data-keep]')) {
      for (const [name, value] of new FormData(form)) {
        if (name !== 'csrf' && name !== 'version') {
          content.append(name, value);
        }
      }
    }
    return content.toString();
  }

  function withToken(content) {
    const all = new URLSearchParams(content);
    all.set('csrf', document.querySelector('input[name="csrf"]').value);
    return all;
  }

  async function save() {
    const content = typed();
    if (!place() || isSending() || content === saved) {
      return;
    }
    const words = await post('draft', withToken(content));
    if (words !== null) {
      saved = content;
      tell('[data-draft]', words);
    }
  }

  async function prolong() {
    if (!place()?.matches('[data-claimed]') || !usedSinceProlonged || isSending()) {
      return;
    }
    usedSinceProlonged = false;
    const words = await post('prolong', withToken(''));
    if (words !== null) {
      tell('[data-claim]', words);
    }
  }

  // What the server says; null where it could not be reached, or asks to sign in: sending the form will say so.
  async function post(what, content) {
    try {
      const answer = await fetch(address(what), {method: 'POST', headers: BY_SCRIPT, body: content, redirect: 'manual'});
      return answer.ok || answer.status === 413 ? (await answer.json()).words : null;
    } catch {
      return null;
    }
  }

  function tell(where, words) {
    const said = document.querySelector(where);
    if (said) {
      said.textContent = words;
    }
  }

  function count(text) {
    const said = text.id && document.querySelector(`[data-count-of="${text.id}"]`);
    if (!said) {
      return;
    }
    const left = Number(text.dataset.longest) - text.value.trim().length;
    said.textContent = left < 0
      ? `${(-left).toLocaleString('en-GB')} characters too many.`
      : `${left.toLocaleString('en-GB')} characters left.`;
  }
})();
