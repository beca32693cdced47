import type { Actor } from '~/domains/identity'
import { canReadAttendance } from '~/domains/learning'
import { findAttendanceMeeting } from '~/domains/learning/index.server'
import { auditsProject, findProjectName } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'
import { db } from './db.server'

/** The meeting of the address with what its list is written with, for leaders and the project's auditors. */
export async function requireAttendanceList(request: Request, actor: Actor, meetingId = '') {
  const found = isUuid(meetingId) ? await findAttendanceMeeting(db(), meetingId as MeetingId) : undefined
  if (found === undefined) return notFound()
  if (!canReadAttendance(actor, found) && !(await auditsProject(db(), actor, found.projectId))) return forbidden()
  const project = found.projectId === null ? undefined : await findProjectName(db(), found.projectId)
  const language = languageOf(request)
  const t = translator(language)
  return { found, project, texts: { language, t: t('attendance'), common: t('common') } }
}
