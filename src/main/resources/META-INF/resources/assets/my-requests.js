// What somebody typed outlives the end of their session. Without this script the same form works as a plain one.
'use strict';

document.querySelectorAll('form[data-keep]').forEach(form => {
  const said = form.querySelector('[data-say]');
  const button = form.querySelector('button[type=submit]');

  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    said.hidden = true;
    try {
      if (await takeUpSession()) {
        form.submit();
        return;
      }
    } catch {
      say('It could not be sent: the network or this service does not answer. What you typed is still here; try again in a while.');
    }
    button.disabled = false;
  });

  // A page brought back by the browser is as it was left, in the middle of sending.
  window.addEventListener('pageshow', () => { button.disabled = false; });

  // Whether the present session is of the person whom the form was made for; the form then has its token.
  async function takeUpSession() {
    const answer = await fetch('/my-record/requests/session', {redirect: 'manual'});
    if (!answer.ok || !(answer.headers.get('Content-Type') || '').startsWith('application/json')) {
      const link = document.createElement('a');
      link.href = '/my-record/requests';
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = 'Sign in again in a new tab';
      say('Your session has ended. ', link, ', then press the button again: what you typed is still here.');
      return false;
    }
    const session = await answer.json();
    if (session.person !== form.dataset.person) {
      say('Nothing was sent: somebody else is signed in now. Sign in as yourself in a new tab, then press the button again.');
      return false;
    }
    form.querySelector('input[name=csrf]').value = session.csrf;
    return true;
  }

  function say(...what) {
    said.replaceChildren(...what);
    said.hidden = false;
    said.scrollIntoView({block: 'nearest'});
  }
});
