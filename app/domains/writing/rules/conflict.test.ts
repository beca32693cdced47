import { expect, test } from 'vitest'
import { meetingOf } from './conflict'

const standing = { seq: 7, writerKey: 'mine', writerFrom: 4, writerTurn: 3 }

test.each([
  ['of the text as it stands', 7, undefined, 'goes-on'],
  ['of an older text', 6, undefined, 'conflict'],
  ['of another page, of the text as it stands', 7, { key: 'other', turn: 1 }, 'goes-on'],
  ['of another page, of an older text', 6, { key: 'other', turn: 9 }, 'conflict'],
  ['of the page that saved last', 7, { key: 'mine', turn: 4 }, 'goes-on'],
  ['of the page that never got its answers', 4, { key: 'mine', turn: 4 }, 'goes-on'],
  ['of that page, sent before but come later', 7, { key: 'mine', turn: 2 }, 'overtaken'],
  ['of that page, sent twice', 6, { key: 'mine', turn: 3 }, 'overtaken'],
  ['of that page, but begun before somebody else saved', 3, { key: 'mine', turn: 4 }, 'conflict'],
  ['of a text that is newer than what stands', 8, undefined, 'conflict'],
])('a save %s', (_, baseSeq, writer, meeting) => {
  expect(meetingOf(standing, { baseSeq, writer })).toBe(meeting)
})
