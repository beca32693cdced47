import type { LoaderFunctionArgs } from '@remix-run/node'
import { summaryFile } from '~/papers.server'

/** The sammanställning of a period as a PDF, sent as it is read. */
export const loader = ({ request, params }: LoaderFunctionArgs) => summaryFile(request, params, 'pdf')
