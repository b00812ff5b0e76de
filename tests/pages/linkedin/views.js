// Each address's view, in the generation that was asked for, or in the only one in which the page is known.
import { newFeed } from './new-feed.js';
import { jobs } from './new-jobs.js';
import { connections, grow, received } from './new-network.js';
import { newProfile } from './new-profile.js';
import { contentSearch, peopleSearch } from './new-search.js';
import { companyPeople, framed } from './old-company.js';
import { oldContentSearch, oldFeed } from './old-feed.js';
import { messaging } from './old-messages.js';
import { notifications } from './old-notifications.js';
import { oldProfile } from './old-profile.js';
import { followers, oldPeopleSearch } from './old-rows.js';
import { options } from './options.js';
import { personOf } from './people.js';

/** Null where there is no such person. */
const of = make => text => {
  const person = personOf(text);
  return person && make(person);
};

/** pattern, { new, old }: what makes the view of the parts of its address. */
const VIEWS = [
  [/^\/feed\/?$/, { new: newFeed, old: oldFeed }],
  [/^\/in\/([^/]+)\/?$/, { new: of(newProfile), old: of(oldProfile) }],
  [/^\/p\/(\d+)\/?$/, { new: of(newProfile), old: of(oldProfile) }],
  [/^\/search\/results\/people\//, { new: peopleSearch, old: oldPeopleSearch }],
  [/^\/search\/results\/content\//, { new: contentSearch, old: oldContentSearch }],
  [/^\/mynetwork\/invite-connect\/connections\//, { new: connections }],
  [/^\/mynetwork\/network-manager\/people-follow\/followers\//, { old: followers }],
  [/^\/mynetwork\/invitation-manager\/received\//, { new: received }],
  [/^\/mynetwork\/grow\//, { new: grow }],
  [/^\/company\/([^/]+)\/people\//, { old: companyPeople }],
  [/^\/notifications\//, { old: notifications }],
  [/^\/messaging\/(?:thread\/([^/]+)\/)?$/, { old: messaging }],
  [/^\/jobs\//, { new: jobs }],
  [/^\/preload\/frame\//, { old: framed }],
];

/** An address that is nobody's shows the home feed. */
export function viewOf(path) {
  for (const [pattern, fronts] of VIEWS) {
    const parts = pattern.exec(path);
    const view = parts && (fronts[options.front] ?? fronts.new ?? fronts.old)(...parts.slice(1));
    if (view) return view;
  }
  return viewOf('/feed/');
}
