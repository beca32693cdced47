import { now } from './clock.server'
import { db } from './db.server'
import { bankScope } from './domains/catalogue'
import { listCourses, listMakerOrganisations } from './domains/catalogue/index.server'
import { EVIDENCE_FRAMEWORK } from './domains/competence'
import { findFramework } from './domains/competence/index.server'
import type { Actor } from './domains/identity'
import { localDay } from './shared/dates'
import { type Language, pick } from './shared/language'

/** Where a question of the bank may belong: organisations of the actor, courses and competences. */
export async function bankChoices(actor: Actor, language: Language) {
  const [organisations, { courses }, framework] = await Promise.all([
    listMakerOrganisations(db(), bankScope(actor)),
    listCourses(db(), { personId: actor.personId, today: localDay(now()) }),
    findFramework(db(), EVIDENCE_FRAMEWORK),
  ])
  return {
    organisations: organisations.map(({ organisationId, name }) => ({ value: organisationId as string, label: name })),
    courses: courses.map(({ courseId, title }) => ({ value: courseId as string, label: title })),
    competences: (framework?.areas ?? []).flatMap((area) =>
      area.competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
    ),
  }
}

/** The values of choices, to hold what a form says against. */
export function offeredBy({ organisations, courses, competences }: Awaited<ReturnType<typeof bankChoices>>) {
  const values = (list: readonly { value: string }[]) => list.map(({ value }) => value)
  return { organisationIds: values(organisations), courseIds: values(courses), codes: values(competences) }
}
