export const toast = {
  signedIn: 'Du är inloggad.',
  signedOut: 'Du är utloggad.',
  signedOutEverywhere: 'Du är utloggad på alla enheter.',
  passwordChanged: 'Lösenordet är bytt. Andra enheter är utloggade.',
  sessionEnded: 'Enheten är utloggad.',
  saved: 'Sparat.',
  enrolled: 'Du är med i kursen.',
  lessonFinished: 'Lektionen är klar.',
  courseFinished: 'Kursen är klar. Intyget är utfärdat.',
  assessmentSaved: 'Skattningen är sparad.',
  profileShared: 'Din profil är nu delad med din chef.',
  profileNotShared: 'Din profil delas inte längre.',
}
