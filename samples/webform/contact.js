// Sends the form without leaving the page. Without this script the browser posts it by itself.
'use strict';
(() => {
  const form = document.getElementById('contact');
  const status = document.getElementById('status');
  const button = form.querySelector('button[type="submit"]');
  const TRIES = 3;
  let sending = false;

  const say = (text, kind) => {
    status.textContent = text;
    status.className = 'status ' + kind;
    status.focus();
  };

  const clear = () => {
    form.querySelectorAll('.error').forEach(error => error.remove());
    form.querySelectorAll('[aria-invalid]').forEach(field => {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    });
  };

  const mark = ({pointer, detail}) => {
    const name = pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~');
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement) || field.type === 'hidden') {
      return false;
    }
    const error = document.createElement('p');
    error.className = 'error';
    error.id = field.id + '-error';
    error.textContent = 'This ' + detail + '.';
    field.after(error);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', error.id);
    return true;
  };

  // One token a message: whatever is pressed or sent twice under it is taken once.
  const token = async () => {
    const field = form.elements.namedItem('token');
    if (!field.value) {
      const answer = await fetch(form.action + '/token').catch(() => null);
      field.value = answer && answer.ok ? (await answer.json()).token : '';
    }
  };

  const post = async (body, tried = 1) => {
    try {
      return await fetch(form.action, {method: 'POST', body, headers: {Accept: 'application/json'}});
    } catch (broken) {
      if (tried === TRIES) {
        throw broken;
      }
      await new Promise(later => setTimeout(later, 1000 * tried));
      return post(body, tried + 1);
    }
  };

  const refused = async answer => {
    const problem = await answer.json().catch(() => ({}));
    const errors = problem.errors || [];
    if (errors.some(error => error.pointer === '/token')) {
      form.elements.namedItem('token').value = '';
    }
    const marked = errors.filter(mark).length;
    const wait = answer.headers.get('Retry-After');
    say(marked ? 'Please look at the marked fields.'
        : answer.status === 429 && wait ? `That was a little fast. Please try again in ${wait} seconds.`
        : 'Your message could not be sent. Please try again in a while.', 'bad');
    form.querySelector('[aria-invalid]')?.focus();
  };

  form.noValidate = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (sending) {
      return;
    }
    sending = true;
    button.disabled = true;
    clear();
    try {
      await token();
      const body = new FormData(form);
      if (!body.get('token')) {
        body.delete('token');
      }
      const answer = await post(body);
      if (answer.ok) {
        const {reference} = await answer.json();
        form.reset();
        form.elements.namedItem('token').value = '';
        say(`Thank you, your message has reached us. Its reference is ${reference}.`, 'good');
      } else {
        await refused(answer);
      }
    } catch (broken) {
      say('We cannot be reached right now. Nothing is lost: please try again in a while.', 'bad');
    } finally {
      sending = false;
      button.disabled = false;
    }
  });
})();
