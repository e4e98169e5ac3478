// The operators' page: asks the hub every few seconds and shows what it says. Text is only ever set as text.
'use strict';

const EVERY = 3000;
const PATIENCE = 8000;
let last = null;
let lastAt = 0;
let failed = null;
let timer = 0;
let asking = false;
let tenant = sessionStorage.getItem('tenant') || '';

const $ = id => document.getElementById(id);

/** An element with properties and children; a string is text. */
function el(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') element.addEventListener('click', value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
}

function span(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 120) return seconds + ' s';
  if (seconds < 7200) return Math.round(seconds / 60) + ' min';
  if (seconds < 172800) return Math.round(seconds / 3600) + ' h';
  return Math.round(seconds / 86400) + ' d';
}

/** How long ago by the hub's own clock; the exact time is in the tooltip. */
function ago(time, none) {
  if (!time) return el('span', {class: 'zero'}, none || 'never');
  const millis = Date.parse(last.at) - Date.parse(time);
  const words = millis < -1500 ? 'in ' + span(-millis) : span(millis) + ' ago';
  return el('time', {datetime: time, title: new Date(time).toLocaleString()}, words);
}

function count(number) {
  return number ? el('span', {}, number.toLocaleString('en')) : el('span', {class: 'zero'}, '0');
}

function chip(word, level) {
  return el('span', {class: 'chip ' + (level || '')}, word);
}

function sub(text, error) {
  return text ? el('span', {class: error ? 'sub error' : 'sub'}, text) : null;
}

/** A table that turns into cards on a narrow screen; its roles stay. A column: {label, cell}
 * and number, head, wide, quarter (of a card), acts (buttons), sparse (left out when no row has it). */
function table(caption, wanted, rows) {
  const columns = wanted.filter(column => !column.sparse || rows.some(row => column.cell(row) !== null));
  const head = el('tr', {role: 'row'}, columns.map(column =>
    el('th', {scope: 'col', role: 'columnheader', class: column.number ? 'number' : null}, column.label)));
  const body = rows.map(row => el('tr', {role: 'row'}, columns.map(column => cell(column, row))));
  return el('table', {role: 'table', 'aria-label': caption},
    el('thead', {role: 'rowgroup'}, head), el('tbody', {role: 'rowgroup'}, body));
}

function cell(column, row) {
  const content = [column.cell(row)].flat(Infinity).filter(part => part !== null && part !== undefined && part !== '');
  if (column.head) return el('th', {scope: 'row', role: 'rowheader'}, content);
  const classes = [column.number && 'number', column.quarter && 'quarter', column.wide && 'wide words', column.acts && 'acts',
    content.length === 0 && 'blank'].filter(Boolean).join(' ');
  return el('td', {role: 'cell', class: classes || null, 'data-label': column.acts ? null : column.label}, content);
}

function card(...content) {
  return el('div', {class: 'card'}, content);
}

function nothing(text) {
  return card(el('p', {class: 'empty'}, text));
}

/** A button that posts; `key` lets the focus survive a refresh. */
function button(label, path, options) {
  const about = options || {};
  return el('button', {
    type: 'button',
    class: about.grave ? 'grave' : null,
    'data-key': path + ' ' + (about.key || ''),
    'aria-label': about.name ? label + ' ' + about.name : null,
    on: event => press(event.currentTarget, label, about, [].concat(path))
  }, label);
}

async function press(pressed, label, about, paths) {
  if (about.ask && !window.confirm(about.ask)) return;
  pressed.disabled = true;
  say(label + '…');
  const answers = await Promise.all(paths.map(path => post(path, about.body)));
  const wrong = answers.filter(answer => answer !== null);
  if (wrong.length > 0) say(wrong[0], true);
  else say(label + ': done' + (about.name ? ' for ' + about.name : ''));
  await refresh();
}

/** For whom the hub is asked: for the chosen tenant, or for all. */
function forWhom(headers) {
  return tenant ? {...headers, 'Serai-Tenant': tenant} : headers;
}

/** Null when it went well, else why not. */
async function post(path, body) {
  try {
    const answer = await fetch('/api/v1' + path, {
      method: 'POST',
      headers: forWhom({'Idempotency-Key': crypto.randomUUID(), ...(body ? {'Content-Type': 'application/json'} : {})}),
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(PATIENCE)
    });
    if (answer.ok) return null;
    const problem = await answer.json();
    return problem.detail || problem.title;
  } catch (failure) {
    return 'The hub did not answer; look again before you repeat it.';
  }
}

function say(text, bad) {
  $('said').textContent = text;
  $('said').className = bad ? 'said bad' : 'said';
}

const STATE_LEVEL = {running: 'ok', slowed: 'note', paused: 'note', failing: 'red', waiting: 'note'};

/** How a point stands, and what it does next when that is not the usual. */
function standing(point) {
  return [chip(point.state, STATE_LEVEL[point.state]), point.silentSince ? [' ', chip('silent', 'red')] : null,
    point.failures > 0 && point.nextLook
      ? el('span', {class: 'sub'}, 'failed ' + (point.failures === 1 ? 'once' : point.failures + ' times') + ', again ', ago(point.nextLook)) : sub(point.kind)];
}

/** What is wrong with a point now; else its last error, which is over. */
function trouble(point) {
  const now = [point.silentSince ? [el('span', {class: 'error'}, point.silentBecause), el('span', {class: 'sub'}, 'found ', ago(point.silentSince))] : null,
    point.slowedBy ? [el('span', {}, point.slowedBy), el('span', {class: 'sub'}, 'since ', ago(point.since))] : null,
    point.lastError ? [el('span', {class: point.state === 'failing' ? 'error' : 'zero'}, point.lastError),
      el('span', {class: 'sub'}, ago(point.lastErrorAt))] : null].filter(Boolean);
  return now.length === 0 ? null : now.map(part => el('div', {}, part));
}

function capturePoints(points) {
  if (points.length === 0) return nothing('No capture points yet. “./serai new mailbox NAME” makes one.');
  return card(table('Capture points', [
    {label: 'Point', head: true, cell: p => [p.name, sub(p.address)]},
    {label: 'State', cell: standing},
    {label: 'Last success', cell: p => ago(p.lastSuccess)},
    {label: 'Last mail', cell: p => ago(p.lastMail)},
    {label: 'Waiting there', number: true, cell: p => p.backlog < 0 ? el('span', {class: 'zero'}, 'unknown') : count(p.backlog)},
    {label: 'Taken', number: true, cell: p => count(p.counts.taken)},
    {label: 'Refused', number: true, cell: p => count(p.counts.refused)},
    {label: 'Trouble', wide: true, sparse: true, cell: trouble},
    {label: '', acts: true, cell: p => el('div', {class: 'actions'},
      p.state === 'disabled' ? null : p.state === 'paused'
        ? button('Resume', '/capture-points/' + p.name + '/resume', {name: p.name})
        : [button('Poll', '/capture-points/' + p.name + '/poll', {name: p.name}),
          button('Pause', '/capture-points/' + p.name + '/pause', {name: p.name})])}
  ], [...points].sort((one, other) => urgency(other) - urgency(one))));
}

/** Of three hundred the few in trouble come first; the others stay by name. */
function urgency(point) {
  return point.silentSince || point.state === 'failing' ? 2 : point.state === 'running' || point.state === 'standby' ? 0 : 1;
}

const KIND = {client: 'pulled by clients', strategy: 'drained by its strategy', hub: 'the hub’s own'};

function queues(all) {
  return card(table('Queues', [
    {label: 'Queue', head: true, cell: q => [q.name, q.paused ? ' ' : null, q.paused ? chip('paused', 'note') : null, sub(KIND[q.kind])]},
    {label: 'Waiting', number: true, quarter: true, cell: q => [count(q.depth), q.waiting ? sub(q.waiting + (q.waiting === 1 ? ' waits until ' : ' wait, the first until ') + new Date(q.waitingUntil).toLocaleString()) : null, q.overdue ? sub(q.overdue + ' overdue') : null]},
    {label: 'Oldest', quarter: true, cell: q => q.oldest ? ago(q.oldest) : el('span', {class: 'zero'}, '–')},
    {label: 'In work', number: true, quarter: true, cell: q => count(q.inWork)},
    {label: 'Held', number: true, quarter: true, cell: q => count(q.held)},
    {label: 'Alert', wide: true, sparse: true, cell: q => q.alert ? el('span', {class: 'error'}, q.alert) : null},
    {label: '', acts: true, cell: q => confined() && !q.tenant ? null : el('div', {class: 'actions'}, q.paused
      ? button('Resume', '/queues/' + q.name + '/resume', {name: q.name})
      : button('Pause', '/queues/' + q.name + '/pause', {name: q.name}))}
  ], all));
}

/** Who shares the hub; told when there is more than one. */
function tenants(all) {
  return card(table('Tenants', [
    {label: 'Tenant', head: true, cell: t => [t.name, sub(t.description)]},
    {label: 'Waiting', number: true, quarter: true, cell: t => count(t.queued)},
    {label: 'Oldest', quarter: true, cell: t => t.oldest ? ago(t.oldest) : el('span', {class: 'zero'}, '–')},
    {label: 'Live', number: true, quarter: true, cell: t => count(t.live)},
    {label: 'Quarantined', number: true, quarter: true, cell: t => t.quarantined ? el('span', {class: 'error'}, t.quarantined.toLocaleString('en')) : count(0)}
  ], all));
}

/** The choice of a tenant, for who may see several. */
function choice(status) {
  const several = status.tenants.length > 1;
  $('tenants').hidden = !several;
  $('who').hidden = !several;
  if (!several) return;
  fill('tenants', tenants(status.tenants));
  const names = status.tenants.filter(one => one.declared).map(one => one.name);
  const shown = [...$('tenant').options].map(option => option.value).slice(1);
  if (names.join() !== shown.join()) {
    $('tenant').replaceChildren(el('option', {value: ''}, 'all tenants'), ...names.map(name => el('option', {value: name}, name)));
  }
  $('tenant').value = tenant;
}

function choose(name) {
  tenant = name;
  sessionStorage.setItem('tenant', name);
  clearTimeout(timer);
  asking = false;
  tick();
}

/** Whether one tenant's operator looks, who steers nothing that is shared. */
function confined() {
  return Boolean(last && last.tenant) && last.tenants.length < 2;
}

function quarantine(found) {
  if (found.groups.length === 0) return nothing('Nothing is in quarantine.');
  const groups = card(table('Quarantine by cause', [
    {label: 'Cause', head: true, cell: g => [g.cause, sub('at ' + g.stage)]},
    {label: 'Items', number: true, cell: g => count(g.count)},
    {label: 'Oldest', cell: g => ago(g.oldest)},
    {label: '', acts: true, cell: g => el('div', {class: 'actions'}, retryAll(g, found.items))}
  ], found.groups));
  const cases = card(table('Newest cases', [
    {label: 'Subject', head: true, cell: c => [c.subject || 'no subject', sub((c.capturePoint ? c.capturePoint + ' · ' : '') + c.cause)]},
    {label: 'Reason', wide: true, cell: c => c.reason},
    {label: 'Since', cell: c => ago(c.since)},
    {label: 'Back to', cell: c => c.backTo},
    {label: '', acts: true, cell: c => el('div', {class: 'actions'},
      button('Retry', '/quarantine/' + c.id + '/retry', {name: c.subject || c.id, key: c.id}),
      el('a', {class: 'button', href: '/api/v1/quarantine/' + c.id + '/raw', 'data-key': 'raw ' + c.id,
        'aria-label': 'Original of ' + (c.subject || c.id)}, 'Original'))}
  ], found.items));
  return [groups, cases];
}

function retryAll(group, items) {
  const here = items.filter(item => item.cause === group.cause && item.stage === group.stage);
  return here.length < 2 ? null : button('Retry ' + here.length, here.map(item => '/quarantine/' + item.id + '/retry'),
    {name: group.cause, ask: 'Retry ' + here.length + ' interactions with the cause “' + group.cause + '”?'});
}

/** The switch for all automatic replies, and what was left out by its reason. */
function replies(now) {
  const left = now.counts.filter(one => one.result.startsWith('suppressed-'));
  const words = now.automatic === 'off' ? 'off by a setting' : now.paused ? 'paused' : 'on';
  return card(table('Automatic replies', [
    {label: 'Automatic replies', head: true, cell: () => [chip(words, now.paused ? 'note' : 'ok'), now.since ? sub('by an operator') : null]},
    {label: 'Since', sparse: true, cell: () => now.since ? ago(now.since) : null},
    {label: 'Left out since the start', wide: true, cell: () => left.length === 0 ? el('span', {class: 'zero'}, 'none')
      : left.map(one => one.count + ' ' + one.kind + ', ' + one.result.slice(11)).join('; ')},
    {label: '', acts: true, cell: () => confined() ? null : el('div', {class: 'actions'}, now.since
      ? button('Resume', '/replies/resume', {name: 'automatic replies'})
      : button('Pause', '/replies/pause', {name: 'automatic replies', grave: true,
        ask: 'Pause all automatic replies? What is left out meanwhile is not made up for.'}))}
  ], [now]));
}

const ACCOUNT_LEVEL = {running: 'ok', paused: 'note', disabled: 'note', failing: 'red', undeclared: 'red', gone: ''};

/** Why mail does not leave: each account with its problem, since when, and what to press. */
function accounts(all) {
  return card(table('Accounts', [
    {label: 'Account', head: true, cell: a => [a.name, sub(a.host)]},
    {label: 'State', cell: a => [chip(a.state, ACCOUNT_LEVEL[a.state]), a.since ? el('span', {class: 'sub'}, 'since ', ago(a.since)) : null]},
    {label: 'To leave', number: true, quarter: true, cell: a => count(a.waiting)},
    {label: 'Oldest', quarter: true, cell: a => a.oldest ? ago(a.oldest) : el('span', {class: 'zero'}, '–')},
    {label: 'Uncertain', number: true, quarter: true, cell: a => stuck(a, 'uncertain')},
    {label: 'Failed', number: true, quarter: true, cell: a => stuck(a, 'failed')},
    {label: 'Why, and what to do', wide: true, sparse: true, cell: a => a.problem
      ? [el('span', {class: a.state === 'failing' || a.state === 'undeclared' ? 'error' : null}, a.problem),
        a.nextProbe ? el('span', {class: 'sub'}, 'next try ', ago(a.nextProbe)) : null, sub(a.press)] : null},
    {label: '', acts: true, cell: a => confined() && !a.tenant ? null : el('div', {class: 'actions'}, accountActs(a))}
  ], all));
}

function amount(account, state) {
  return account.groups.filter(group => group.state === state).reduce((all, group) => all + group.count, 0);
}

function stuck(account, state) {
  const number = amount(account, state);
  return number ? el('span', {class: 'error'}, number.toLocaleString('en')) : count(0);
}

function accountActs(account) {
  const failed = amount(account, 'failed');
  return [
    account.state === 'failing' ? button('Try now', '/accounts/' + account.name + '/resume', {name: account.name}) : null,
    account.state === 'undeclared' || account.state === 'gone' ? null : account.state === 'paused'
      ? button('Resume', '/accounts/' + account.name + '/resume', {name: account.name})
      : button('Pause', '/accounts/' + account.name + '/pause', {name: account.name}),
    failed === 0 ? null : button('Retry failed', '/dispatches/retry', {name: account.name, key: account.name,
      body: {state: 'failed', account: account.name, limit: 500},
      ask: 'Try ' + (failed > 500 ? 'the newest 500 of ' : '') + failed + ' failed mails of account ' + account.name + ' once more?'})
  ];
}

const RECIPIENT_LEVEL = {waiting: 'note', deferred: 'note', failed: 'red', bounced: 'red', sent: 'ok'};

function recipients(all) {
  return all.length === 0 ? 'nobody' : all.slice(0, 5).map(one => el('div', {class: 'recipient'}, one.address, ' ',
    chip(one.state, RECIPIENT_LEVEL[one.state]))).concat(all.length > 5 ? [sub('and ' + (all.length - 5) + ' more')] : []);
}

/** What happened; of what is uncertain what to look for before one of the two is chosen. */
function unsent(mail) {
  const error = mail.lastError ? el('span', {}, mail.lastError) : null;
  if (mail.state !== 'uncertain') return error;
  return [error, el('span', {class: 'sub'}, 'Look for ', el('code', {}, mail.messageId), ' in the log of the mail server about '
    + new Date(mail.dataAt || mail.changedAt).toLocaleString() + '.'),
    el('span', {class: 'sub'}, 'There: Cancel, and who has not got it never will. Not there: Retry, and who has it already gets a second copy.')];
}

function mailActs(mail) {
  const to = mail.recipients.map(one => one.address).join(', ');
  return el('div', {class: 'actions'},
    button('Retry', '/dispatches/' + mail.id + '/retry', {name: to, ask: mail.state === 'uncertain'
      ? 'This mail may have arrived already: who has it gets a second copy. Send it again?' : null}),
    button('Cancel', '/dispatches/' + mail.id + '/cancel', {name: to, grave: true, ask: mail.state === 'uncertain'
      ? 'Who has not got this mail never will. Give it up?' : 'Give this mail up? It will not be sent.'}));
}

function dispatch(way, automatic) {
  const parts = [way.accounts.length === 0 ? nothing('No accounts yet. “./serai new account NAME” makes one.') : accounts(way.accounts)];
  if (way.attention.length > 0) {
    parts.push(card(table('Mail that needs a look', [
      {label: 'To', head: true, cell: d => [recipients(d.recipients), sub('by ' + d.account)]},
      {label: 'State', cell: d => [chip(d.state, d.state === 'deferred' ? 'note' : 'red'), d.cause ? sub(d.cause.kind) : null]},
      {label: 'Tries', number: true, quarter: true, cell: d => String(d.attempts)},
      {label: 'Next try', quarter: true, cell: d => d.nextAt ? ago(d.nextAt) : el('span', {class: 'zero'}, '–')},
      {label: 'What happened', wide: true, cell: unsent},
      {label: '', acts: true, cell: mailActs}
    ], way.attention)));
  }
  parts.push(replies(automatic));
  return parts;
}

function routes(all) {
  const api = all.filter(route => route.id.startsWith('api-'));
  const others = all.filter(route => !route.id.startsWith('api-'));
  const open = document.querySelector('#routes-body details')?.open;
  return [
    others.length > 0 ? card(routeTable('Routes', others)) : null,
    card(el('details', {open: open || api.some(route => route.state !== 'started')},
      el('summary', {'data-key': 'api-routes'}, api.length + ' routes of this API, '
        + api.reduce((sum, route) => sum + route.exchanges, 0).toLocaleString('en') + ' exchanges'),
      routeTable('Routes of the API', api)))
  ];
}

function routeTable(caption, all) {
  return table(caption, [
    {label: 'Route', head: true, cell: r => [r.id, sub(r.description)]},
    {label: 'State', cell: r => chip(r.state, r.state === 'started' ? 'ok' : 'red')},
    {label: 'Exchanges', number: true, cell: r => count(r.exchanges)},
    {label: 'Failures', number: true, cell: r => r.failures ? el('span', {class: 'error'}, r.failures.toLocaleString('en')) : count(0)},
    {label: 'In flight', number: true, cell: r => count(r.inFlight)},
    {label: 'Mean', number: true, cell: r => r.meanMillis + ' ms'},
    {label: 'p99', number: true, cell: r => r.p99Millis === undefined ? el('span', {class: 'zero'}, '–') : Math.round(r.p99Millis) + ' ms'},
    {label: 'Last failure', wide: true, sparse: true, cell: r => r.lastFailure ? [ago(r.lastFailure.at), sub(r.lastFailure.reason, true)] : null},
    {label: '', acts: true, cell: r => r.id.startsWith('api-') ? null : el('div', {class: 'actions'}, r.state === 'started'
      ? button('Stop', '/routes/' + r.id + '/stop', {name: r.id, grave: true, ask: 'Stop route ' + r.id + '?'})
      : button('Start', '/routes/' + r.id + '/start', {name: r.id}))}
  ], all);
}

function hub(status) {
  const rows = [
    ['Version', status.version],
    ['Files in force', [el('code', {title: status.config.id}, status.config.id.slice(0, 12)), ' since ', ago(status.config.appliedAt)]]
  ];
  for (const problem of status.config.rejected || []) {
    rows.push(['Not taken', el('span', {class: 'error'}, problem.file + ':' + problem.line + ' ' + problem.reason)]);
  }
  for (const check of status.health.checks) {
    const level = {UP: 'ok', DEGRADED: 'note', DOWN: 'red'}[check.status];
    rows.push([check.name, [chip(check.status.toLowerCase(), level), check.reason ? ' ' + check.reason : null]]);
  }
  return card(el('dl', {}, rows.map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])));
}

function mode(way) {
  $('mode-chip').hidden = false;
  $('mode-chip').className = 'chip ' + (way.mode === 'live' ? 'ok' : 'note');
  $('mode-chip').textContent = way.mode;
  const notice = $('mode');
  notice.hidden = way.mode === 'live';
  notice.className = 'notice note';
  notice.textContent = way.mode === 'hold'
    ? 'Dispatch is on hold: no mail leaves this hub. Set serai.dispatch.mode to live when it may.'
    : 'Dispatch is diverted: every mail goes to ' + (way.divertTo || 'one address') + ' and none to customers.';
}

function verdict(found) {
  $('verdict').className = 'verdict ' + found.level;
  if ($('headline').textContent !== found.headline) $('headline').textContent = found.headline;
  $('needs').replaceChildren(...found.needs.map(need => el('li', {class: need.level},
    el('span', {class: 'mark', 'aria-hidden': 'true'}),
    el('a', {href: '#' + need.where, 'data-key': 'need ' + need.text}, need.text),
    need.advice ? el('small', {}, need.advice) : null)));
  document.title = (found.level === 'red' ? '● ' + found.headline : found.headline) + ' – Serai';
}

/** The few figures that people look for first. */
function figures(status) {
  const clients = status.queues.filter(queue => queue.kind === 'client');
  const inside = status.queues.filter(queue => queue.kind !== 'client' && queue.name !== 'dispatch');
  const sum = (queues, field) => queues.reduce((all, queue) => all + queue[field], 0);
  const oldest = clients.map(queue => queue.oldest).filter(Boolean).sort()[0];
  const leaving = status.dispatch.counts.filter(one => ['pending', 'sending', 'deferred'].includes(one.state))
    .reduce((all, one) => all + one.count, 0);
  const figure = (name, value, href) => el('a', {class: 'figure', href: '#' + href, 'data-key': 'figure ' + name},
    el('span', {class: 'figure-name'}, name), el('span', {class: 'figure-value'}, value));
  $('figures').replaceChildren(
    figure('Wait for clients', count(sum(clients, 'depth')), 'queues'),
    figure('Oldest of them', oldest ? span(Date.parse(status.at) - Date.parse(oldest)) : '–', 'queues'),
    figure('With clients', count(sum(clients, 'inWork')), 'queues'),
    figure('Being decided', count(sum(inside, 'depth') + sum(inside, 'inWork')), 'queues'),
    figure('In quarantine', count(status.quarantine.groups.reduce((all, group) => all + group.count, 0)), 'quarantine'),
    figure('Mail to leave', count(leaving), 'dispatch'));
}

function show(status) {
  const focused = document.activeElement?.dataset?.key;
  verdict(status.verdict);
  mode(status.dispatch);
  figures(status);
  choice(status);
  $('routes').hidden = confined();
  document.querySelector('footer').hidden = confined();
  fill('capture', capturePoints(status.capturePoints));
  fill('queues', queues(status.queues));
  fill('quarantine', quarantine(status.quarantine));
  fill('dispatch', dispatch(status.dispatch, status.replies));
  fill('routes', routes(status.routes));
  fill('hub', hub(status));
  if (focused) [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === focused)?.focus({preventScroll: true});
}

function fill(section, content) {
  $(section + '-body').replaceChildren(...[content].flat(Infinity).filter(Boolean));
}

/** Says how old the page is, and plainly when the hub does not answer. */
function freshness() {
  const old = lastAt ? Date.now() - lastAt : 0;
  const stale = failed !== null;
  $('fresh').className = 'fresh ' + (stale ? 'stale' : lastAt ? 'live' : '');
  $('fresh-text').textContent = stale ? 'no answer' : !lastAt ? 'loading…' : old < 5000 ? 'live' : 'updated ' + span(old) + ' ago';
  document.body.classList.toggle('is-stale', stale);
  $('stale').hidden = !stale;
  if (!stale) return;
  const words = failed + ' ' + (lastAt ? 'What you see is from ' + new Date(lastAt).toLocaleTimeString() + ', ' + span(old) + ' ago.' : '');
  if ($('stale').textContent !== words) $('stale').textContent = words;
  $('verdict').className = 'verdict stale';
  $('headline').textContent = 'The hub does not answer';
  document.title = '● The hub does not answer – Serai';
}

async function refresh() {
  if (asking) return;
  asking = true;
  const asked = tenant;
  try {
    const answer = await fetch('/api/v1/status', {cache: 'no-store', headers: forWhom({}), signal: AbortSignal.timeout(PATIENCE)});
    const body = await answer.json();
    if (asked !== tenant) return;
    if (answer.status === 400 && tenant) return choose('');
    if (!answer.ok) throw new Error(body.detail || body.title);
    last = body;
    lastAt = Date.now();
    failed = null;
    freshness();
    show(body);
  } catch (failure) {
    failed = failure instanceof TypeError || failure.name === 'TimeoutError'
      ? 'The hub cannot be reached; it is asked again every few seconds.' : failure.message + '.';
    freshness();
  } finally {
    asking = false;
  }
}

function tick() {
  clearTimeout(timer);
  if (document.hidden) return;
  refresh().finally(() => { timer = setTimeout(tick, EVERY); });
}

$('tenant').addEventListener('change', event => choose(event.target.value));
document.addEventListener('visibilitychange', tick);
setInterval(freshness, 1000);
tick();
