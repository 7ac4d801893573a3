const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const MANY_DAYS = `${DAY}(?:(?:,| ?[-–—] ?| and | to | or ) ?${DAY}(?!\\d|,\\d))*`;

/** Numbers that count nothing. Each is tried on the whole text, one after the other. */
const NON_FIGURES: readonly RegExp[] = [
  // Addresses and handles.
  /\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[#@]\w+/gi,
  // Days: "Nov. 27", "27 and 28 November 2024", "2024-11-27", "11/27/2024", "9/11".
  new RegExp(`\\b${MONTH} ${MANY_DAYS}\\b(?:,? (?:19|20)\\d\\d\\b)?`, 'g'),
  new RegExp(`\\b${MANY_DAYS} (?:of )?${MONTH}(?![a-z])(?:,? (?:19|20)\\d\\d\\b)?`, 'g'),
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,4}(?:\/\d{1,4})+\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/g,
  // Decades and seasons: "the 1990s", "’90s", "in his 30s", "2024-25".
  /\b\d{2,4}(?:['’]?s)\b|['’]\d\ds?\b|\b(?:19|20)\d\d[-–/]\d{2}(?:\d{2})?\b/g,
  // Times: "10:30", "5 p.m.", "9.30am", "seven o’clock".
  /\b\d{1,2}:\d{2}(?::\d{2})?\b|\b(?:\d{1,2}(?:[.:]\d{2})?|\p{L}{3,6}) ?(?:[ap]\.m\b\.?|[ap]m\b|o['’]clock\b)/giu,
  // Telephone numbers.
  /(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\) ?|\b\d{3}[ .-])\d{3,4}[ .-]\d{3,4}\b|\+\d{6,15}\b/g,
  // Ages: "32-year-old", "aged 32", "age of 32", "Ana Ruiz, 32,".
  /\b[\p{L}\d]+(?:[-\s]\p{L}+)?[-\s]years?[-\s]olds?\b|\b(?:age[ds]?|ages? of) \d{1,3}\b(?:(?: to |[-–])\d{1,3}\b)?/giu,
  /(?<=\p{Lu}[\p{L}.'’-]{1,30}, )\d{1,3}(?=[,.;)])/gu,
  // Ordinals.
  /\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b/gi,
  // Names with a number: "COVID-19", "G20", "F-16", "H.R. 2", "Section 212", "No. 5", "World War 2".
  /\b\p{L}+\.?[-–]?\d[\p{L}\d]*(?:[-–]\d+)*(?=$|[^\p{L}\d,.]|[.,](?!\d))/gu,
  /\b(?:H\.? ?R|S|H\. ?Res)\. ?\d+/g,
  /\b(?:sections?|sec\.|articles?|art\.|titles?|chapters?|rules?|bills?|no\.|nos\.|numbers?|propositions?|prop\.|amendments?|resolutions?|routes?|highways?|interstate|flights?|rooms?|pages?|pp?\.|paragraphs?|phases?|levels?|category|class|districts?|channel|group of|figure|table|clauses?|schedule|act of|acts?|version|verses?|issue|vol\.|volume|isbn|case|docket|file|grade|tier|area|gate|terminal|pier|unit) (?:§ ?)?\d[\d.()-]*(?:(?:,| and| or| to|,? and) \d[\d.()-]*(?![\d,]))*/gi,
  // Adjectives of length and age: "24-hour", "two-year"; a percentage is a figure however it is written.
  /\b[\p{L}\d]+(?:,\d{3})*-(?!(?:per|percent|to|point)\b|(?:dozen|hundred|thousand|million|billion|trillion|thirds?|quarters?|fifths?|eighths?|tenths?|halves)\b|(?:one|two|three|four|five|six|seven|eight|nine)\b|\d)\p{L}+(?:-\p{L}+)*/giu,
  // Results: "3-2", and numbered lines.
  /\b\d{1,2}[-–]\d{1,2}\b(?! ?%| (?:per|percent|dozen|hundred|thousand|million|billion|trillion|people|men|women|children|\p{L}+s)\b)/gu,
  /^\s*\(?\d{1,3}[.)](?=\s)/g,
  // Years, unless they are said to be of money, of a scale or of things: "more than 2000 migrants".
  /(?<![\d.,$€£¥])(?<!(?:than|over|least|least|to|nearly|almost|many as|estimated|some) )(?:1[5-9]|20)\d\d(?![\d%]|,\d|\.\d| ?(?:per ?cent|percent|million|billion|thousand|trillion)\b)/g,
];

/** Stands in for what was hidden: as long, and neither letter nor digit nor space. */
const HIDDEN = '\uE000';

/** A text of the same length without the numbers that are no figures: dates, times, ages, names, sections, scores. */
export function hideNonFigures(text: string): string {
  let rest = text;
  for (const form of NON_FIGURES)
    rest = rest.replace(form, (found) =>
      /\d|\p{L}/u.test(found) ? HIDDEN.repeat(found.length) : found,
    );
  return rest;
}
