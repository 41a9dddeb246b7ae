// The console's forms, improved: what somebody typed outlives the end of their session, a network that is down, and a
// second press of the button. Without this script the same forms work as plain ones.
'use strict';

(() => {
  const BY_SCRIPT = {'X-Requested-With': 'JavaScript'};
  const FIVE_MINUTES = 5 * 60 * 1000;
  const staff = document.querySelector('[data-staff]')?.dataset.staff;
  let lastSign = Date.now();

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-keep]') || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    send(form, event.submitter);
  });

  // Typing is being there: the session lives on while a long text is written, and its end is told at once.
  document.addEventListener('input', async event => {
    const form = event.target.form;
    if (!form?.matches('form[data-keep]') || Date.now() - lastSign < FIVE_MINUTES) {
      return;
    }
    lastSign = Date.now();
    try {
      await takeUpSession(form);
    } catch {
      // The network is away; it will be noticed when the form is sent.
    }
  });

  // A page brought back by the browser is as it was left, in the middle of sending.
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      document.querySelectorAll('form[data-sending]').forEach(release);
    }
  });

  document.querySelectorAll('form[data-send-now]').forEach(form => form.submit());

  async function send(form, button) {
    if (form.dataset.sending) {
      return;
    }
    const content = new URLSearchParams(new FormData(form, button));
    form.dataset.sending = 'yes';
    form.querySelectorAll('button').forEach(one => { one.disabled = true; });
    say(form, null);
    try {
      if (await deliver(form, content)) {
        return;
      }
    } catch {
      say(form, 'It could not be sent: the network or Narrowgate does not answer. What you typed is still here; try again in a while.');
    }
    release(form);
    button?.focus({preventScroll: true});
  }

  function release(form) {
    delete form.dataset.sending;
    form.querySelectorAll('button').forEach(one => { one.disabled = false; });
  }

  // Whether the page is being left.
  async function deliver(form, content, again = false) {
    const target = form.getAttribute('action') || location.href;
    const answer = await fetch(target, {method: 'POST', headers: BY_SCRIPT, body: content, redirect: 'manual'});
    if (hasEnded(answer)) {
      return sayEnded(form);
    }
    if (answer.headers.has('Narrowgate-Refused') && !again) {
      const token = await takeUpSession(form);
      if (token === null) {
        return false;
      }
      content.set('csrf', token);
      return deliver(form, content, true);
    }
    if (answer.headers.has('Narrowgate-Continue')) {
      return goOn(answer.headers.get('Narrowgate-Continue'));
    }
    return show(form, answer);
  }

  // The present session's form token, given to every form; null, and said, where there is none for this person.
  async function takeUpSession(form) {
    const answer = await fetch('/console/session', {headers: BY_SCRIPT, redirect: 'manual'});
    if (hasEnded(answer)) {
      sayEnded(form);
      return null;
    }
    if (!answer.ok) {
      say(form, 'Nothing was sent: whoever is signed in now has no role here. Sign in as yourself in a new tab, then press the button again.');
      return null;
    }
    const session = await answer.json();
    if (session.staff !== staff) {
      say(form, `Nothing was sent: ${session.name} is signed in now. Sign out and sign in as yourself in a new tab, then press the button again: what you typed is still here.`);
      return null;
    }
    document.querySelectorAll('input[name="csrf"]').forEach(field => { field.value = session.csrf; });
    return session.csrf;
  }

  function hasEnded(answer) {
    return answer.status === 401 || answer.status === 499 || answer.type === 'opaqueredirect';
  }

  function sayEnded(form) {
    const link = document.createElement('a');
    link.href = '/console/signed-in';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = 'Sign in again in a new tab';
    say(form, 'Your session has ended. ', link, ', then press the button again: what you typed is still here.');
    return false;
  }

  function goOn(address) {
    const target = new URL(address, location.href);
    const samePage = target.pathname + target.search === location.pathname + location.search;
    location.assign(target);
    if (samePage && target.hash) {
      location.reload();
    }
    return true;
  }

  // A page that holds the form again replaces it, with what is wrong said there; any other gives its sentence.
  async function show(form, answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = page.querySelector('main');
    if (main?.querySelector('form[data-keep]')) {
      document.title = page.title;
      document.querySelector('main').replaceChildren(...main.childNodes);
      const first = document.querySelector('main [role="alert"], main h1');
      first?.setAttribute('tabindex', '-1');
      first?.focus();
      return true;
    }
    const sentence = main?.querySelector('[data-sentence]')?.textContent.trim()
      || (answer.status === 413 ? 'This is too long to be kept, so nothing was changed: shorten it and try again.' : 'This did not work.');
    say(form, `${sentence} What you typed is still here.`);
    return false;
  }

  function say(form, ...words) {
    form.querySelector('[data-said]')?.remove();
    if (words[0] === null) {
      return;
    }
    const note = document.createElement('p');
    note.className = 'note';
    note.dataset.said = '';
    note.setAttribute('role', 'alert');
    note.append(...words);
    form.append(note);
    note.scrollIntoView({block: 'nearest'});
  }
})();
