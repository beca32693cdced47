import type { Tx } from '~db/schema'
import { insertMany } from './insert'
import type { Participant } from './plan'
import { chanceFrom } from './random'

interface Spoken {
  course: string
  /** Number of the lesson, from 0; undefined is the whole course. */
  lesson?: number
  title: string
  text: string
  /** Answers to the thread, and below each those to it. */
  answers: readonly { text: string; answers?: readonly string[] }[]
}

const spoken: readonly Spoken[] = [
  {
    course: 'distans-och-flexibelt-larande',
    lesson: 0,
    title: 'Hur ofta hör ni av er till dem som studerar på distans?',
    text: 'Jag skriver till hela gruppen på måndagar, men märker att de som mest behöver det inte läser. Hur gör ni?',
    answers: [
      {
        text: 'Vi ringer var och en den första veckan och frågar när på dagen de helst blir nådda. Sedan räcker ett kort meddelande.',
        answers: [
          'Det vill jag pröva. Hur lång tid tar det för en grupp på trettio?',
          'Ungefär tio minuter var, så vi delar på det.',
        ],
      },
      { text: 'En öppen halvtimme på samma tid varje vecka. Ibland kommer ingen, men alla vet att den finns.' },
    ],
  },
  {
    course: 'distans-och-flexibelt-larande',
    title: 'Någon som har prövat kontakttrappan?',
    text: 'Jag har ritat en för min kurs och skulle gärna jämföra. Vilket steg gav mest hos er?',
    answers: [{ text: 'Det första. Att den som har varit borta får ett eget meddelande samma dag.' }],
  },
  {
    course: 'sprakutvecklande-arbetssatt',
    lesson: 1,
    title: 'Ord som ser lätta ut',
    text: 'I min yrkeskurs är det inte facktermerna som är svårast utan ord som ”utgår”, ”omfattar” och ”respektive”. Hur arbetar ni med dem?',
    answers: [
      {
        text: 'Vi samlar tre sådana ord i veckan på tavlan, med en mening från verkstaden till vart och ett.',
        answers: ['Bra idé. Vem väljer orden, du eller eleverna?'],
      },
      { text: 'Jag låter dem skriva om en arbetsinstruktion med egna ord. Då syns det vilka som är oklara.' },
    ],
  },
  {
    course: 'ai-i-vuxenutbildningen',
    title: 'Vad säger ni till dem som lämnar in texter som någon annan har skrivit?',
    text: 'Vi vill ha en gemensam hållning i arbetslaget. Har ni skrivit ner något?',
    answers: [
      { text: 'Vi frågar hur texten kom till, muntligt och utan att anklaga. Det har räckt längre än vi trodde.' },
      { text: 'Hos oss får de använda verktyget i planeringen men skriver själva på plats.' },
    ],
  },
]

const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** Whoever speaks has taken the course since before this day, so that all is said before the demonstration opens. */
const LATEST = Date.UTC(2025, 1, 20)

/** Threads of a few courses by people who take them, each post a day after the one before. */
export async function writeDiscussions(tx: Tx, participants: readonly Participant[]): Promise<void> {
  const chance = chanceFrom(20_250_324)
  const rows = { thread: [] as Record<string, unknown>[], post: [] as Record<string, unknown>[] }
  const follows = new Map<string, Record<string, unknown>>()
  for (const [index, one] of spoken.entries()) {
    const taking = participants.flatMap(({ person, studies }) => {
      const study = studies.find((each) => each.study.course.slug === one.course)?.study
      if (study === undefined || person.protection !== 'none' || study.finished.length < 2) return []
      return study.enrolledAt.getTime() < LATEST ? [{ person, study }] : []
    })
    const speakers = chance.shuffled(taking).slice(0, 8)
    const course = speakers[0]?.study.course
    if (course === undefined || speakers.length < 4) continue
    const threadId = chance.uuid()
    let at = Math.max(...speakers.map(({ study }) => study.enrolledAt.getTime())) + (index + 2) * DAY
    let turn = 0
    const say = (body: string, parentId: string | null): string => {
      const { person } = speakers[turn % speakers.length] ?? { person: undefined }
      const postId = turn === 0 ? threadId : chance.uuid()
      const postedAt = new Date(at).toISOString()
      rows.post.push({
        ...{ post_id: postId, thread_id: threadId, author_id: person?.personId, depth: parentId === null ? 0 : 1 },
        ...{ parent_id: parentId, is_opening: turn === 0, body, posted_at: postedAt },
      })
      follows.set(`${person?.personId ?? ''} ${threadId}`, {
        ...{ person_id: person?.personId, course_id: course.courseId, thread_id: threadId, follows: true },
        ...{ changed_at: postedAt, seen_at: postedAt },
      })
      turn += 1
      at += DAY + chance.whole(-40, 40) * MINUTE
      return postId
    }
    rows.thread.push({
      ...{ thread_id: threadId, course_id: course.courseId, title: one.title, created_at: new Date(at).toISOString() },
      lesson_id: one.lesson === undefined ? null : (course.lessons[one.lesson]?.lessonId ?? null),
    })
    say(one.text, null)
    for (const answer of one.answers) {
      const parentId = say(answer.text, null)
      for (const text of answer.answers ?? []) say(text, parentId)
    }
  }
  await insertMany(tx, 'discussion_thread', ['thread_id', 'course_id', 'lesson_id', 'title', 'created_at'], rows.thread)
  await insertMany(
    tx,
    'discussion_post',
    ['post_id', 'thread_id', 'author_id', 'depth', 'parent_id', 'is_opening', 'body', 'posted_at'],
    rows.post,
  )
  await insertMany(
    tx,
    'discussion_follow',
    ['person_id', 'course_id', 'thread_id', 'follows', 'changed_at', 'seen_at'],
    [...follows.values()],
  )
}
