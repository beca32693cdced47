import { stagesOf } from '~/domains/catalogue'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { Badge, Notice } from '~/shared/ui'
import type { LessonPage } from '../lesson-page'
import type { Remaining } from '../rules'
import styles from './lesson.module.css'

/** Seconds as a reader says them: minutes rounded up, or seconds under one minute. */
function lengthOf(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : formatMinutes(Math.ceil(seconds / 60))
}

function useRuleText({ rule, maxAttempts }: LessonPage): string {
  const t = useT('lesson')
  switch (rule.kind) {
    case 'article':
      return t('rule.article')
    case 'quiz':
      return maxAttempts === null
        ? t('rule.quiz', { pass: rule.pass })
        : t('rule.quizLimited', { pass: rule.pass, count: maxAttempts })
    case 'reflection':
      return t('rule.reflection', { count: rule.minWords })
    case 'lecture':
      return t('rule.lecture', { time: lengthOf(rule.seconds), pass: rule.pass })
    case 'assignment':
      return [t('rule.assignment'), ...stagesOf(rule.assignment).map((stage) => t(`rule.stage.${stage}`))].join(' ')
  }
}

/** What the lesson asks for, in words, and since when it is done. */
export function DoneRuleLine({ page }: { page: LessonPage }) {
  const t = useT('lesson')
  const text = useRuleText(page)
  return (
    <p className={styles['rule']}>
      {page.finishedAt !== null && <Badge tone="ok">{t('rule.done', { day: formatDay(page.finishedAt) })}</Badge>}{' '}
      <strong>{t('rule.title')}:</strong> {text}
    </p>
  )
}

/** What is left before a lesson is done, one line each. */
export function WhatIsLeft({ left, alert = false }: { left: readonly Remaining[]; alert?: boolean }) {
  const t = useT('lesson')
  const language = useLanguage()
  if (left.length === 0) return null
  return (
    <Notice tone={alert ? 'granite' : 'lichen'} live={alert}>
      <p>
        <strong>{t('left.title')}</strong>
      </p>
      <ul lang={language}>
        {left.map((each) => (
          <li key={each.need}>{textOf(each)}</li>
        ))}
      </ul>
    </Notice>
  )

  function textOf(each: Remaining): string {
    switch (each.need) {
      case 'pass':
        return t('left.pass', { percent: each.percent })
      case 'check':
        return t('left.check', { percent: each.percent })
      case 'words':
        return t('left.words', { count: each.count })
      case 'watch':
        return t('left.watch', { time: lengthOf(each.seconds) })
      case 'hand-in':
      case 'complete':
      case 'self':
      case 'leader':
        return t(`left.${each.need}`)
      case 'train':
      case 'give':
        return t(`left.${each.need}`, { count: each.count })
      case 'receive':
        return t('left.receive', { count: each.count, day: formatDay(each.closesAt) })
    }
  }
}
