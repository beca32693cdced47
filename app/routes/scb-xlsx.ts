import type { LoaderFunctionArgs } from '@remix-run/node'
import { scbFileFor } from '~/reports.server'
import { XLSX_TYPE } from '~/shared/file-response.server'

/** The same lines as a workbook; for the project office, after a reason. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  scbFileFor(request, params['id'] ?? '', 'xlsx', XLSX_TYPE)
