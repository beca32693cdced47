export { certificateDocument, type CertificateDocument, type CertificateRequest, type IssuedCertificate } from './model'
export { canonicalJson, certificateCode } from './rules'
