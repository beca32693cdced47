import type { LoaderFunctionArgs } from '@remix-run/node'
import { scbFileFor } from '~/reports.server'
import { CSV_TYPE } from '~/shared/file-response.server'

/** The fund's file as CSV, sent as it is read; for the project office, after a reason. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  scbFileFor(request, params['id'] ?? '', 'csv', CSV_TYPE)
