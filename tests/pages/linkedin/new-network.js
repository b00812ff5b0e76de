// My network, on the new front: who asks, who might be asked, who is connected.
import { photo } from './avatar.js';
import { openChat } from './chat.js';
import { div, el, key, p, slot, span } from './element.js';
import { icon } from './icons.js';
import { say } from './labels.js';
import { link, personLink } from './links.js';
import { List } from './list.js';
import { named } from './names.js';
import { newFrame } from './new-frame.js';
import { badge, figure, heading, label, press, rule } from './new-parts.js';
import { people, personOf } from './people.js';
import { change, stateful, stateOf } from './states.js';

/** Here Connect is a button that sends at once; its key holds the member's number, and says when it was sent. */
const connect = person =>
  stateful(person, 'connect', () => {
    const sent = stateOf(person, 'connect') === 'pending';
    return press(
      'button',
      {
        componentkey: `ConnectButtonstate:invitation:urn:li:member:${person.number}_${sent ? 'pending' : 'connect'}`,
        'aria-label': `${say(sent ? 'pending' : 'invite')} ${person.name}`,
        act: {
          what: sent ? 'withdraw' : 'connect',
          handle: person.slug,
          run: () => change(person, 'connect', sent ? null : 'pending'),
        },
      },
      sent ? 'clock-small' : 'connect-small',
      say(sent ? 'pending' : 'connect'),
    );
  });

const words = (person, kind) =>
  div(
    { look: 'column grow' },
    named(kind, person, () => p({ look: 'name' }, person.name, badge(person))),
    p({ look: 'quiet line' }, person.about),
  );

const suggestion = person => {
  const own = key();
  return div(
    { componentkey: key(), role: 'listitem', look: 'row middle person' },
    personLink(
      person,
      { componentkey: own, tabindex: '0', look: 'grow' },
      div({ componentkey: own, look: 'row' }, figure(person), words(person, 'suggestion')),
    ),
    slot(connect(person)),
  );
};

/** Somebody asks: two buttons with labels, the first of them accepts. The card leaves with the other; accepted, it says so in their place. */
function invitation(person, { number }) {
  const answer = what =>
    press(
      'button',
      {
        componentkey: key(),
        'aria-label': `${say(what)} ${person.name}`,
        look: what === 'accept' ? 'press primary' : 'press',
        act: { what, handle: person.slug, run: () => (what === 'accept' ? accepted() : element.remove()) },
      },
      null,
      say(what),
    );
  const accepted = () => {
    for (const button of element.querySelectorAll(':scope > button')) button.remove();
    element.append(p({ look: 'quiet' }, say('accepted')));
  };
  const element = div(
    {
      role: 'listitem',
      componentkey: `urn:li:invitation:${7530000000000000000n + BigInt(number)}`,
      look: 'row middle person',
    },
    personLink(person, { componentkey: key(), tabindex: '0', look: 'stay' }, figure(person)),
    div(
      { look: 'column grow' },
      p(
        {},
        named('invitation', person, () => personLink(person, { look: 'name' }, el('strong', {}, person.name))),
        ` ${say('invitations')}`,
      ),
      p({ look: 'quiet line' }, person.about),
    ),
    answer('accept'),
    answer('ignore'),
  );
  return element;
}

const ASKING = ['pedro-h-salgueiro', 'lucian-d', 'haruto-okubo', 'dr-lotte-weiss', 'фёдор-лосев'].map(personOf);

const invitations = count => ASKING.slice(0, count).map((person, number) => invitation(person, { number }));

export function grow() {
  const rows = div({ role: 'list' });
  return {
    title: `${say('network')} | LinkedIn`,
    list: new List(rows, n => people.filter(({ degree }) => degree !== 1)[n] ?? null, suggestion),
    root: newFrame({
      screen: 'mynetwork.Grow',
      left: [
        div(
          { look: 'card' },
          heading('h2', say('manage')),
          link(
            'https://www.linkedin.com/mynetwork/invite-connect/connections/',
            { look: 'block', what: 'tab' },
            p({}, say('connections')),
          ),
          link(
            'https://www.linkedin.com/mynetwork/network-manager/people-follow/followers/',
            { look: 'block', what: 'tab' },
            p({}, say('followers')),
          ),
        ),
      ],
      column: [
        el(
          'section',
          { componentkey: 'pending-invitations-preview', look: 'card' },
          div(
            { look: 'row spread' },
            heading('h2', say('invitations')),
            link(
              'https://www.linkedin.com/mynetwork/invitation-manager/received/',
              { what: 'tab' },
              p({}, say('showAll')),
            ),
          ),
          ...invitations(2),
        ),
        el('section', { componentkey: `auto-component-${key()}`, look: 'card' }, heading('h2', say('knowMore')), rows),
      ],
    }),
  };
}

export const received = () => ({
  title: `${say('invitations')} | LinkedIn`,
  root: newFrame({
    screen: 'mynetwork.InvitationManagerReceived',
    column: div(
      { look: 'card' },
      heading('h1', say('manage')),
      el(
        'nav',
        { look: 'row' },
        ...['ALL', 'CONNECTION'].map((tab, n) =>
          link(
            `https://www.linkedin.com/mynetwork/invitation-manager/received/${tab}/`,
            { 'aria-current': String(n === 0), what: 'tab', look: 'press' },
            span({}, say(n === 0 ? 'all' : 'people')),
          ),
        ),
      ),
      div({ role: 'list' }, ...invitations(ASKING.length)),
    ),
    aside: [],
  }),
});

/** Three links to one person, the third inside the second. */
function connection(person) {
  const profile = { 'data-view-name': 'connections-profile', tabindex: '0' };
  const drawn = { 'aria-hidden': 'false', 'aria-label': person.name, look: 'figure' };
  return div(
    { look: 'slot' },
    div(
      { 'data-view-name': 'connections-list' },
      div(
        { componentkey: `auto-component-${key()}`, look: 'row middle person' },
        personLink(person, { ...profile, look: 'stay' }, el('figure', drawn, photo(person, 'small'))),
        div(
          { look: 'grow' },
          personLink(
            person,
            { ...profile, what: 'row', look: 'block' },
            div(
              {},
              p(
                {},
                named('row', person, () => personLink(person, { look: 'name' }, person.name)),
              ),
              p({ look: 'line' }, person.about),
            ),
            p({ look: 'quiet line' }, say('connected')),
          ),
        ),
        div(
          { look: 'row middle' },
          link(
            `https://www.linkedin.com/messaging/compose/?recipient=${person.token}`,
            {
              'aria-label': say('message'),
              act: { what: 'message', handle: person.slug, run: () => openChat(person) },
              look: 'press',
            },
            span({}, label(say('message'))),
          ),
          el(
            'button',
            {
              'aria-label': say('moreActions'),
              'data-view-name': 'connections-remove-connection-dropdown',
              type: 'button',
              look: 'round-press',
            },
            span({}, icon('overflow-web-ios-small')),
          ),
        ),
      ),
    ),
    div({}, div({}), rule()),
  );
}

export function connections() {
  const rows = div({});
  const known = people.filter(({ degree }) => degree === 1);
  return {
    title: `${say('network')} | LinkedIn`,
    list: new List(rows, n => known[n] ?? null, connection),
    root: newFrame({
      screen: 'mynetwork.Connections',
      column: el(
        'section',
        { look: 'card' },
        div(
          { componentkey: 'ConnectionsPage_ConnectionsListHeader' },
          p({ look: 'heading' }, `${known.length} ${say('connections')}`),
        ),
        rule(),
        div({ componentkey: 'ConnectionsPage_ConnectionsList' }, rows),
      ),
      aside: [],
    }),
  };
}
