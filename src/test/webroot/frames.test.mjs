import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames } from '../../../webroot/models/frames.js';

test('a frame is what stands before an empty line', () => {
  const frames = new Frames().read('id: 7\nevent: story_started\ndata: {"run_id":"r"}\n\nid: 8\n');
  assert.deepEqual(frames, [{ id: 7, type: 'story_started', data: { run_id: 'r' } }]);
});

test('a frame may come in pieces, cut anywhere', () => {
  const text = 'id: 7\r\nevent: progress\r\ndata: {"message":"ü"}\r\n\r\nevent: beat\rdata: {}\r\r';
  const whole = new Frames().read(`${text}x`);
  for (let cut = 0; cut <= text.length; cut++) {
    const frames = new Frames();
    assert.deepEqual([...frames.read(text.slice(0, cut)), ...frames.read(`${text.slice(cut)}x`)], whole);
  }
  assert.deepEqual(
    whole.map(({ id, type }) => [id, type]),
    [
      [7, 'progress'],
      [null, 'beat'],
    ],
  );
});

test('a type that nobody knows beforehand is heard like any other', () => {
  const [frame] = new Frames().read('id: 9\nevent: deploy.done\ndata: {}\n\n');
  assert.equal(frame.type, 'deploy.done');
});

test('comments, retry and empty frames say nothing', () => {
  assert.deepEqual(new Frames().read(': hello\nretry: 900\n\n\n'), []);
});

test('data in several lines is one text', () => {
  assert.deepEqual(new Frames().read('data: {"a":\ndata: 1}\n\n')[0].data, { a: 1 });
});

test('when to come back is known where it was said last', () => {
  const frames = new Frames();
  frames.read('retry: 900\n\n');
  assert.equal(frames.retry, 900);
  frames.read('event: beat\ndata: {}\n\n');
  assert.equal(frames.retry, null);
  frames.read('retry: soon\n\n');
  assert.equal(frames.retry, null);
});
