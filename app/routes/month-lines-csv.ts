import type { LoaderFunctionArgs } from '@remix-run/node'
import { monthLinesFile } from '~/papers.server'

/** The time rows of a month as CSV, sent as they are read. */
export const loader = ({ request, params }: LoaderFunctionArgs) => monthLinesFile(request, params, 'csv')
