import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { askedDiscussion } from '~/discussion.server'
import { labelled } from '~/domains/learning'
import { listNamesLike } from '~/domains/learning/index.server'
import { forbidden } from '~/shared/http.server'

/** Names of people of the course for a mention that is being written, at least two letters of it; at most eight. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { discussion, reads } = await askedDiscussion(request, params['slug'])
  if (!reads) forbidden()
  const typed = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 60)
  const found = typed.length < 2 ? [] : await listNamesLike(db(), discussion.courseId, typed, 20)
  return Response.json(
    {
      names: labelled(found)
        .slice(0, 8)
        .map(({ label }) => label),
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}
