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

/** Where a person's month stands, in a word. */
export function MonthBadge({ state }: { state: PersonMonthState }) {
  const t = useOfficeT('months')
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}

/** Where a project's month stands, in a word. */
export function ProjectMonthBadge({ state }: { state: ProjectMonthState }) {
  const t = useOfficeT('months')
  const tone = state === 'last' ? 'ok' : state === 'laser' ? 'lichen' : 'sea'
  return <Badge tone={tone}>{t(`projectState.${state}`)}</Badge>
}
