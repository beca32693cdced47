export const proof = {
  whole: 'The chain is whole: {{links}} links of {{people}} people and {{figures}} frozen figures agree.',
  removed: '{{removed}} rows were deleted by a retention rule or an erasure. Their links stand and agree.',
  broken: 'The chain is broken in {{breaks}} places. The first:',
  remedy: 'Do this: change nothing. Keep the database as it is and compare it with the latest backup.',
  unknownProject: 'There is no project with the number {{diarienr}}.',
  faults: {
    'row-altered': 'Row {{rowId}} of {{table}}, number {{position}} in the chain of {{personId}}, has been altered.',
    'row-deleted':
      'Row {{rowId}} of {{table}}, number {{position}} in the chain of {{personId}}, is gone although no rule deleted it.',
    'row-unchained': 'Row {{rowId}} of {{table}} of {{personId}} was put in beside the chain.',
    'removal-feigned':
      'Row {{rowId}}, number {{position}} in the chain of {{personId}}, is said to be deleted, but no rule deleted it.',
    'link-altered': 'Link number {{position}} in the chain of {{personId}} (row {{rowId}}) has been altered or moved.',
    'link-missing': 'The link before number {{position}} in the chain of {{personId}} (row {{rowId}}) is missing.',
    'head-altered': 'The end of the chain of {{personId}} does not agree with its last link, number {{position}}.',
    'figure-altered': 'The frozen figure of {{personId}} is not the one that the lock {{rowId}} wrote.',
    'figure-missing': 'The frozen figure of {{personId}} that the lock {{rowId}} wrote is missing.',
  },
}
