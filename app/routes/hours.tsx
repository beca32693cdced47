import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { listCertificateLinks } from '~/domains/credential/index.server'
import { overviewOf, signableMonths } from '~/domains/participation'
import { listLedger, listOwnMonths, listOwnRecords } from '~/domains/participation/index.server'
import { HoursView } from '~/domains/participation/ui/hours-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(languageOf(request))
  const chosen = new URL(request.url).searchParams.get('manad')
  const month = chosen !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(chosen) ? chosen : null
  const [ledger, records, certificates, ownMonths] = await Promise.all([
    listLedger(db(), actor.personId),
    listOwnRecords(db(), actor.personId),
    listCertificateLinks(db(), actor.personId),
    listOwnMonths(db(), actor.personId),
  ])
  const codes = new Map(certificates.map((link) => [`${link.courseId} ${link.round}`, link.code]))
  return {
    title: `${t('hours')('title')} – ${t('common')('portal')}`,
    month,
    signable: signableMonths(ownMonths, localDay(now())),
    overview: overviewOf(ledger, records),
    entries: ledger
      .filter((entry) => month === null || entry.workedOn.startsWith(month))
      .map(({ recordedAt: _, ...entry }) => ({
        ...entry,
        certificateCode: codes.get(`${entry.courseId} ${entry.round}`) ?? null,
      })),
    unreadNotice: records.filter((record) => record.informationWaits).map((record) => record.projectName),
  }
}

export default function Hours() {
  return <HoursView page={useLoaderData<typeof loader>()} />
}
