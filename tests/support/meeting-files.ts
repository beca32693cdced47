/** Files as Teams and Zoom write them, of a meeting on 2025-03-24 at 13.00–16.00 (Swedish time), with made-up people. */
const lines = (...rows: string[]) => rows.join('\r\n')

export const teamsEnglish = lines(
  '1. Summary',
  'Meeting title\tWorkshop',
  'Attended participants\t3',
  'Start time\t3/24/25, 12:55:10 PM',
  'End time\t3/24/25, 4:02:11 PM',
  'Meeting duration\t3h 7m 1s',
  '',
  '2. Participants',
  'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
  'Idun Fjällby\t3/24/25, 12:58:30 PM\t3/24/25, 4:01:00 PM\t3h 2m 30s\tidun.fjallby@portal.example\tidun.fjallby@portal.example\tAttendee',
  'Loke Havsten (Guest)\t3/24/25, 1:30:00 PM\t3/24/25, 3:30:00 PM\t1h 30m\t\t\tAttendee',
  'Okänd Besökare\t3/24/25, 1:00:00 PM\t3/24/25, 4:00:00 PM\t3h\t\t\tAttendee',
  '',
  '3. In-Meeting Activities',
  'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
  'Idun Fjällby\t3/24/25, 12:58:30 PM\t3/24/25, 4:01:00 PM\t3h 2m 30s\tidun.fjallby@portal.example\tAttendee',
  'Loke Havsten (Guest)\t3/24/25, 1:30:00 PM\t3/24/25, 2:00:00 PM\t30m\t\tAttendee',
  'Loke Havsten (Guest)\t3/24/25, 2:30:00 PM\t3/24/25, 3:30:00 PM\t1h\t\tAttendee',
  'Okänd Besökare\t3/24/25, 1:00:00 PM\t3/24/25, 4:00:00 PM\t3h\t\tAttendee',
)

export const teamsSwedish = lines(
  '1. Sammanfattning',
  'Mötesrubrik\tWorkshop',
  'Deltagare som närvarade\t2',
  '',
  '2. Deltagare',
  'Namn\tFörsta anslutning\tSenaste utträde\tVaraktighet i mötet\tE-post\tDeltagar-ID (UPN)\tRoll',
  'Fjällby Idun\t2025-03-24, 12:58:30\t2025-03-24, 16:01:00\t3 tim 2 min 30 s\tIDUN.FJALLBY@portal.example\tidun\tDeltagare',
  'Loke Havsten\t2025-03-24, 13:30:00\t2025-03-24, 15:30:00\t1 tim 30 min\t\t\tDeltagare',
)

export const teamsMiddle = lines(
  'Meeting Summary',
  'Total Number of Participants\t2',
  'Meeting Start Time\t24/03/2025, 12:55:00',
  '',
  'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)',
  'Idun Fjällby\t24/03/2025, 12:58:30\t24/03/2025, 16:01:00\t3h 2m\tidun.fjallby@portal.example\tAttendee\tidun',
  'Loke Havsten\t24/03/2025, 13:30:00\t24/03/2025, 14:00:00\t30m\t\tAttendee\t',
  'Loke Havsten\t24/03/2025, 14:30:00\t24/03/2025, 15:30:00\t1h\t\tAttendee\t',
)

export const teamsOld = lines(
  'Full Name\tUser Action\tTimestamp',
  'Idun Fjällby\tJoined before\t3/24/2025, 12:58:30 PM',
  'Loke Havsten\tJoined\t3/24/2025, 1:30:00 PM',
  'Loke Havsten\tLeft\t3/24/2025, 2:00:00 PM',
  'Loke Havsten\tJoined\t3/24/2025, 2:30:00 PM',
  'Loke Havsten\tLeft\t3/24/2025, 3:30:00 PM',
  'Idun Fjällby\tLeft\t3/24/2025, 4:01:00 PM',
)

export const teamsOldSwedish = lines(
  'Fullständigt namn\tAnvändaråtgärd\tTidsstämpel',
  'Idun Fjällby\tAnsluten\t2025-03-24, 12:58:30',
  'Idun Fjällby\tLämnade\t2025-03-24, 16:01:00',
  'Loke Havsten\tAnsluten\t2025-03-24, 13:30:00',
)

export const zoomEnglish = lines(
  'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
  '812 3456 7890,Workshop,03/24/2025 12:55:00 PM,03/24/2025 04:02:00 PM,leader@portal.example,187,3',
  '',
  'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room',
  '"Idun (Idun Fjällby)",,03/24/2025 12:58:30 PM,03/24/2025 04:01:00 PM,183,Yes,,No',
  'Loke Havsten,loke.havsten@portal.example,03/24/2025 01:00:00 PM,03/24/2025 01:30:00 PM,30,Yes,,Yes',
  'Loke Havsten,loke.havsten@portal.example,03/24/2025 01:30:00 PM,03/24/2025 02:00:00 PM,30,Yes,,No',
  'Loke H,loke.havsten@portal.example,03/24/2025 02:30:00 PM,03/24/2025 03:30:00 PM,60,Yes,,No',
)

export const zoomSwedish = lines(
  'Namn (ursprungligt namn);E-post;Anslutningstid;Tid när personen lämnade;Varaktighet (minuter);Gäst',
  'Idun Fjällby;;2025-03-24 12:58:30;2025-03-24 16:01:00;183;Ja',
  'Loke Havsten;;2025-03-24 13:30:00;2025-03-24 14:00:00;30;Ja',
  'Loke Havsten;;2025-03-24 14:30:00;2025-03-24 15:30:00;60;Ja',
)

/** What a browser sends of a Teams file: UTF-16, little-endian, with its mark. */
export const asTeamsBytes = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
