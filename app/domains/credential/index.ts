export { certificateDocument, type CertificateDocument, type CertificateRequest, type IssuedCertificate } from './model'
