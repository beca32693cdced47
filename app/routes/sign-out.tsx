import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { sessionIdOf, sessions } from '~/session.server'

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const id = sessionIdOf(request)
  const cookie = id === null ? sessions().blankCookie() : await sessions().end(id)
  // What the browser keeps for use without a connection, attendance lists among it, goes with the person.
  return redirectWithToast(paths.home(), 'signedOut', { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' })
}
