import type { Translate } from '~/i18n/translate'
import type { Cell } from '~/shared/csv'
import type { Told, ToldCounts, VersionGroup } from './model'

type T = Translate<'courseStatistics'>

/** What a group of versions is called; null is all of them. */
export function versionText(group: Pick<VersionGroup, 'first' | 'last'> | null, t: T): string {
  if (group === null) return t('version.all')
  const { first, last } = group
  return first === last ? t('version.one', { first }) : t('version.many', { first, last })
}

/** A told number in a file; fewer than five is said in words. */
const cell = (told: Told, t: T): Cell => told ?? t('few')

/** The lines of a file: the course, its lessons, and the minutes of its lectures; always the same columns. */
export function statisticsLines(counts: ToldCounts | null, version: string, t: T): { head: string[]; lines: Cell[][] } {
  const head = (['version', 'part', 'name', 'minute', 'opened', 'finished', 'viewers'] as const).map((column) =>
    t(`file.${column}`),
  )
  if (counts === null) return { head, lines: [] }
  return {
    head,
    lines: [
      [version, t('file.course'), '', null, cell(counts.starts, t), cell(counts.finishes, t), null],
      ...counts.lessons.map(({ title, opened, finished }) => [
        ...[version, t('file.lesson'), title, null],
        ...[cell(opened, t), cell(finished, t), null],
      ]),
      ...counts.lectures.flatMap(({ title, minutes }) =>
        minutes.map((viewers, index) => [
          ...[version, t('file.lecture'), title, index + 1],
          ...[null, null, cell(viewers, t)],
        ]),
      ),
    ],
  }
}
