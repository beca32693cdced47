export {
  certificateDocument,
  type CertificateDocument,
  type CertificateRequest,
  type IssuedCertificate,
  type StoredCertificate,
} from './model'
export { canSeeHolder } from './policy'
export { canonicalJson, certificateCode, hasRunOut, parseCertificateCode } from './rules'
