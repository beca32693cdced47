import { Writable } from 'node:stream'
import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { instanceOf } from '~/i18n/translator.server'
import { I18nProvider } from '~/i18n/use-t'
import { NonceContext } from '~/shared/ui/nonce'
import { logFault } from '~/server/log.server'
import { languageOf } from '~/server/language.server'
import type { PortalContext } from '~/server/context'

export { startPortal } from '~/server/portal.server'

/** A page is sent in one piece: it is whole before its first byte goes, and many small writes cost more than all else. */
function gather(done: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const parts: Uint8Array[] = []
  return new Writable({
    write(part: Uint8Array, _encoding, next) {
      parts.push(part)
      next()
    },
    final(next) {
      done(new Uint8Array(Buffer.concat(parts)))
      next()
    },
  })
}

/** Renders a page and answers when its whole head is ready. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: PortalContext,
): Promise<Response> {
  const { nonce } = context
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nProvider instance={instanceOf(languageOf(request))}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </I18nProvider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(patience)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(gather((page) => resolve(new Response(page, { headers, status: failed ? 500 : status }))))
        },
        onShellError(error) {
          clearTimeout(patience)
          reject(error)
        },
        onError(error) {
          failed = true
          logFault(error, context.requestId)
        },
      },
    )
    const patience = setTimeout(abort, 20_000)
    patience.unref()
  })
}

/** A bug or an outage, once each; refusals and redirects are Responses and never come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (!request.signal.aborted) logFault(error, (context as PortalContext).requestId)
}
