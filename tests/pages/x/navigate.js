// From one view to the next as X does it: a new address and a new title, no new page.
let show = () => {};

export const onNavigate = render => {
  show = render;
};

export function go(href) {
  history.replaceState({ y: scrollY }, '');
  history.pushState({}, '', href);
  show(location.pathname, 0);
}

addEventListener('popstate', ({ state }) => show(location.pathname, state?.y ?? 0));
