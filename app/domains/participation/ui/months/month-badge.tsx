import { useOfficeT } from '~/i18n/use-office-t'
import { Badge, type Tone } from '~/shared/ui'
import type { PersonMonthState, ProjectMonthState } from '../../months/model'

const tones: Record<PersonMonthState, Tone> = {
  oppen: 'lichen',
  rattad: 'lichen',
  signerad: 'sea',
  attesterad: 'ok',
  last: 'plain',
  exporterad: 'plain',
}

const projectTones: Record<ProjectMonthState, Tone> = { oppen: 'sea', laser: 'lichen', last: 'ok' }

/** Where a person's month stands, in a word. */
export function MonthBadge({ state }: { state: PersonMonthState }) {
  const t = useOfficeT('months')
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}

/** Where a project's month stands, in a word. */
export function ProjectMonthBadge({ state, isReported }: { state: ProjectMonthState; isReported: boolean }) {
  const t = useOfficeT('months')
  if (state === 'last' && isReported) return <Badge tone="ok">{t('state.exporterad')}</Badge>
  return <Badge tone={projectTones[state]}>{t(`projectState.${state}`)}</Badge>
}
