// A page as the printer gets it.

/** Runs `work` while the page is styled for paper. */
export async function printed(browser, page, work) {
  const style =
    browser.kind === 'chromium' ? type => page.emulateMediaType(type ?? undefined) : type => inFirefox(browser, type);
  await style('print');
  try {
    await work();
  } finally {
    await style(null);
  }
}

/** Its driver's protocol has no such thing, but its own window has. */
async function inFirefox(browser, type) {
  const send = async (method, parameters) => (await browser.driver.connection.send(method, parameters)).result;
  const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await send('script.evaluate', {
    expression: `gBrowser.selectedBrowser.browsingContext.mediumOverride = ${JSON.stringify(type ?? '')}`,
    target: { context: contexts[0].context },
    awaitPromise: false,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
}
