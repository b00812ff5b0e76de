// A reporter of node's test runner: one line "passed failed skipped" at the end.
export default async function* count(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue; // a file or a describe() is no test
    if (type === 'test:pass') counts[data.skip || data.todo ? 'skipped' : 'passed'] += 1;
    if (type === 'test:fail') counts.failed += 1;
  }
  yield `${counts.passed} ${counts.failed} ${counts.skipped}\n`;
}
