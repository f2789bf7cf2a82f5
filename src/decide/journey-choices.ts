/** Ids of choices that every journey has; none of an author's begins with a dollar sign. */
export const journeyChoices = {
  yes: '$yes',
  no: '$no',
  none: '$none',
  without: '$without',
  person: '$person',
  retry: '$retry',
} as const;
