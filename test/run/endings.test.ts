import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { createEndings, type Endings } from '../../src/endings.ts';

const at = ({ reading, deleting, sending }: Endings): string =>
  Object.entries({ reading, deleting, sending })
    .filter(([, signal]) => signal.aborted)
    .map(([name]) => name)
    .join();

function scene(context: TestContext, options: { readonly writeOnMs?: number; readonly budgetMs?: number }) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const stopping = new AbortController();
  const given = { told: stopping.signal, writeOnMs: 2_000, budgetMs: null, ...options };
  const endings = createEndings(given);
  return { endings, stop: () => stopping.abort(), tick: (ms: number) => context.mock.timers.tick(ms) };
}

describe('a run ends', () => {
  test('never by itself', (context) => {
    const { endings, tick } = scene(context, {});
    tick(1_000_000_000);
    assert.equal(at(endings), '');
  });

  test('with its budget: reading after two thirds of it, all else at its end; deleting is not forbidden', (context) => {
    const { endings, tick } = scene(context, { budgetMs: 90_000 });
    tick(59_999);
    assert.equal(at(endings), '');
    tick(1);
    assert.equal(at(endings), 'reading');
    assert.match(String(endings.reading.reason), /time budget ran out/);
    tick(29_999);
    assert.equal(at(endings), 'reading');
    tick(1);
    assert.equal(at(endings), 'reading,sending');
  });

  test('only at the end of the budget, once Mode has been read', (context) => {
    const { endings, tick } = scene(context, { budgetMs: 90_000 });
    endings.readingDone();
    tick(89_999);
    assert.equal(at(endings), '');
    tick(1);
    assert.equal(at(endings), 'reading,sending');
  });

  test('when told to: reading and deleting at once, writing a little later', (context) => {
    const { endings, stop, tick } = scene(context, { budgetMs: 90_000 });
    stop();
    assert.equal(at(endings), 'reading,deleting');
    assert.match(String(endings.reading.reason), /told to stop/);
    tick(1_999);
    assert.equal(at(endings), 'reading,deleting');
    tick(1);
    assert.equal(at(endings), 'reading,deleting,sending');
  });

  test('at once, when told to and given no time', (context) => {
    const { endings, stop } = scene(context, { writeOnMs: 0 });
    stop();
    assert.equal(at(endings), 'reading,deleting,sending');
  });

  test('before it begins, when it was told to stop already', () => {
    const endings = createEndings({ told: AbortSignal.abort(), writeOnMs: 2_000, budgetMs: null });
    assert.equal(at(endings), 'reading,deleting,sending');
  });

  test('not any more, once it is over', (context) => {
    const { endings, stop, tick } = scene(context, { budgetMs: 90_000 });
    endings.release();
    stop();
    tick(90_000);
    assert.equal(at(endings), '');
  });
});
