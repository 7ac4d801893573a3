import { describe, expect, it } from 'vitest';
import { said } from '../said.js';

/** A title, a text and what is to be found in it: words | mention | name. */
type Case = readonly [title: string, text: string, ...found: string[]];

const AFTER: readonly Case[] = [
  ['a name and a verb', '“We close at six,” Harper said.', 'We close at six, | Harper | Harper'],
  [
    'the verb first',
    '“We close at six,” said Jane Harper.',
    'We close at six, | Jane Harper | Jane Harper',
  ],
  [
    'a title before the name',
    '“We close at six,” said Harbour Minister Jane Harper of the Coast Party.',
    'We close at six, | Harbour Minister Jane Harper of the Coast Party | Jane Harper',
  ],
  [
    'an insertion between name and verb',
    '“We close at six,” Ann Lee, a spokeswoman for the port, said on Friday.',
    'We close at six, | Ann Lee | Ann Lee',
  ],
  [
    'a relative clause between name and verb',
    '“It was loud,” Ann Lee, who lives near the port, told reporters.',
    'It was loud, | Ann Lee | Ann Lee',
  ],
  ['an adverb', '“It was loud,” she later admitted.', 'It was loud, | she | –'],
  ['a question mark', '“Who pays?” Ann Lee asked.', 'Who pays? | Ann Lee | Ann Lee'],
  ['a dash', '“But we —” Ann Lee began.', 'But we — | Ann Lee | Ann Lee'],
  [
    'a comma outside the marks, as British papers set it',
    '‘The harbour is full’, said Ann Lee.',
    'The harbour is full | Ann Lee | Ann Lee',
  ],
  [
    'according to',
    'The ferry was “unfit for winter seas,” according to the port authority.',
    'unfit for winter seas, | the port authority | the port authority',
  ],
  [
    'a body',
    '“We regret it,” the Coast Guard said.',
    'We regret it, | the Coast Guard | Coast Guard',
  ],
  ['a paper', '“Stay away,” the notice read.', 'Stay away, | the notice | the notice'],
  [
    'a paper of a body, which says it on paper',
    'The talks were about “winter ferries and harbour dues,” according to a Norlandian government statement on the meeting.',
    'winter ferries and harbour dues, | a Norlandian government statement on the meeting | Norlandian government',
  ],
  [
    'nobody by name',
    '“We heard it twice,” one resident said.',
    'We heard it twice, | one resident | one resident',
  ],
  [
    'somebody who speaks for others',
    '“No comment,” said a lawyer for the shipping line.',
    'No comment, | a lawyer for the shipping line | a lawyer for the shipping line',
  ],
  ['a verb that is no verb of saying', '“Never,” she grinned.', 'Never, | she | –'],
  [
    'a name at the end of the paragraph',
    '“I have never seen waves like these.” — Ann Lee, ferry captain',
    'I have never seen waves like these. | Ann Lee | Ann Lee',
  ],
  [
    'somebody quoted by a paper',
    '“We are ready,” the Gazette quoted Ann Lee as saying.',
    'We are ready, | the Gazette | Gazette',
  ],
  [
    'a particle in the name',
    '“It is over,” said Pieter van der Berg.',
    'It is over, | Pieter van der Berg | Pieter van der Berg',
  ],
  [
    'a nickname in the name',
    '“It is over,” said John “Jack” Miller.',
    'It is over, | John “Jack” Miller | John “Jack” Miller',
  ],
];

const NEWS: readonly Case[] = [
  [
    'a role, then the name',
    '“It is a disgrace,” said the deputy mayor, Ann Lee, who called the plan “shameful”.',
    'It is a disgrace, | Ann Lee | Ann Lee',
    'shameful | Ann Lee | Ann Lee',
  ],
  [
    'a role with its owner, then the name, then the verb',
    '“We need certainty,” the port’s director, Ann Lee, said.',
    'We need certainty, | Ann Lee | Ann Lee',
  ],
  [
    'words quoted between the subject and its verb',
    'Carter, who has called the talks a “hoax,” told reporters that he had “nothing to hide.”',
    'hoax, | Carter | Carter',
    'nothing to hide. | Carter | Carter',
  ],
  [
    'as somebody put it',
    'As Senator Ann Lee put it, “This is no order at all.”',
    'This is no order at all. | Senator Ann Lee | Ann Lee',
  ],
  [
    'a party and a state after the name',
    'The bill’s author, state Sen. Mike Lee, R-Utah, dismissed it as “ridiculous.”',
    'ridiculous. | state Sen. Mike Lee | Mike Lee',
  ],
  [
    'a question and its answer',
    '“Who would you vote for?” Lee asked Carter. “Myself,” Carter replied.',
    'Who would you vote for? | Lee | Lee',
    'Myself, | Carter | Carter',
  ],
  ['a crowd', '“Open the port!” the crowd chanted.', 'Open the port! | the crowd | the crowd'],
  [
    'a name with particles before the verb',
    'On Friday Ursula von der Heide said the port “was full.”',
    'was full. | Ursula von der Heide | Ursula von der Heide',
  ],
  [
    'a body with “and” in its name',
    'It was false “from the start,” the Ports and Harbours Commission alleges.',
    'from the start, | the Ports and Harbours Commission | Ports and Harbours Commission',
  ],
  [
    'a contraction before the verb',
    'The port was closed. Carter said he’s “not happy.”',
    'not happy. | Carter | Carter',
  ],
];

const BEFORE: readonly Case[] = [
  ['a comma', 'Ann Lee said, “The harbour is full.”', 'The harbour is full. | Ann Lee | Ann Lee'],
  [
    'a colon',
    'The mayor told reporters: “The harbour is full.”',
    'The harbour is full. | The mayor | The mayor',
  ],
  ['that', 'Ann Lee wrote that “the harbour is full.”', 'the harbour is full. | Ann Lee | Ann Lee'],
  [
    'an opening that is no subject',
    'In a statement sent to the Gazette, Ann Lee, spokeswoman for the port, said Carter “was asked to leave the pier.”',
    'was asked to leave the pier. | Ann Lee | Ann Lee',
  ],
  [
    'a call by another name',
    'Carter called the plan “a disgrace” on Friday.',
    'a disgrace | Carter | Carter',
  ],
  [
    'what somebody called it',
    'The port closed after what Ann Lee called “a very bad night.”',
    'a very bad night. | Ann Lee | Ann Lee',
  ],
  [
    'described by somebody',
    'The plan, described by Ann Lee as “a bad joke”, was dropped.',
    'a bad joke | Ann Lee | Ann Lee',
  ],
  [
    'a participle',
    'Carter welcomed the talks in a post, adding that the port had “agreed to stop all traffic.”',
    'agreed to stop all traffic. | Carter | Carter',
  ],
  [
    'somebody’s claim',
    'The port denied Carter’s claim that the ferry “was never checked.”',
    'was never checked. | Carter | Carter',
  ],
  [
    'two people in two clauses',
    'Ann Lee said it was “a good day,” while Tom Carter called it “a farce.”',
    'a good day, | Ann Lee | Ann Lee',
    'a farce. | Tom Carter | Tom Carter',
  ],
  ['a transcript', 'Ann Lee: “We did what we could.”', 'We did what we could. | Ann Lee | Ann Lee'],
  [
    'the verb at the head',
    'Said Ann Lee: “We did what we could.”',
    'We did what we could. | Ann Lee | Ann Lee',
  ],
  [
    'quoted as saying',
    'The Gazette quoted Ann Lee as saying “we did what we could.”',
    'we did what we could. | Ann Lee | Ann Lee',
  ],
  [
    'a question put to somebody is not theirs',
    'Ann Lee was asked: “Who will pay for the new pier?”',
    'Who will pay for the new pier? | – | –',
  ],
  [
    'the sentence before',
    'Ann Lee disagreed. “The harbour is full.”',
    'The harbour is full. | – | –',
  ],
  [
    'the sentence before, with a verb of saying',
    'Ann Lee said the harbour was full. “There is no room for another ship.”',
    'There is no room for another ship. | Ann Lee | Ann Lee',
  ],
  [
    'a paragraph that ends with a colon',
    'Ann Lee wrote to the mayor:\n“There is no room for another ship.”',
    'There is no room for another ship. | Ann Lee | Ann Lee',
  ],
];

const GOES_ON: readonly Case[] = [
  [
    'split by who said it',
    '“The harbour,” Ann Lee said, “is full.”',
    'The harbour, | Ann Lee | Ann Lee',
    'is full. | Ann Lee | Ann Lee',
  ],
  [
    'after who said it',
    '“No,” Ann Lee said. “Never.”',
    'No, | Ann Lee | Ann Lee',
    'Never. | Ann Lee | Ann Lee',
  ],
  [
    'over paragraphs, opened in each and closed once',
    '“The harbour is full,” Ann Lee said. “We wait.\n“There is no room.”',
    'The harbour is full, | Ann Lee | Ann Lee',
    'We wait. | Ann Lee | Ann Lee',
    'There is no room. | Ann Lee | Ann Lee',
  ],
  [
    'over paragraphs, the speaker named at the end',
    '“The harbour is full and nobody knows why.\n“There is no room,” said Ann Lee.',
    'The harbour is full and nobody knows why. | Ann Lee | Ann Lee',
    'There is no room, | Ann Lee | Ann Lee',
  ],
  [
    'in a paragraph that is nothing else',
    '“The harbour is full,” Ann Lee said.\n“There is no room for another ship this year.”',
    'The harbour is full, | Ann Lee | Ann Lee',
    'There is no room for another ship this year. | Ann Lee | Ann Lee',
  ],
  [
    'but not after a question, which somebody else may answer',
    '“Is the harbour full?” Ann Lee asked. “Is there no more room?”\n“There is no room for another ship this year.”',
    'Is the harbour full? | Ann Lee | Ann Lee',
    'Is there no more room? | Ann Lee | Ann Lee',
    'There is no room for another ship this year. | – | –',
  ],
  [
    'but not past a sentence of the reporter’s',
    '“The harbour is full,” Ann Lee said.\nThe pier was built in 1912. “There is no room for another ship.”',
    'The harbour is full, | Ann Lee | Ann Lee',
    'There is no room for another ship. | – | –',
  ],
];

const RESOLVED: readonly Case[] = [
  [
    'a surname',
    'Jane Harper runs the port.\n“We close at six,” Harper said.',
    'We close at six, | Harper | Jane Harper',
  ],
  [
    'a title and a surname',
    'Harbour Minister Jane Harper spoke.\n“We close at six,” Ms. Harper said.',
    'We close at six, | Ms. Harper | Jane Harper',
  ],
  [
    'a middle name',
    'Eric L. Brook owns the ferry.\n“We close at six,” Eric Brook said.',
    'We close at six, | Eric Brook | Eric L. Brook',
  ],
  [
    'not a surname that two people share',
    'Jane Harper and Tom Harper run the port.\n“We close at six,” Harper said.',
    'We close at six, | Harper | Harper',
  ],
  [
    'not a name that stands only further down',
    '“We close at six,” Harper said.\nJane Harper runs the port.',
    'We close at six, | Harper | Harper',
  ],
  [
    'a pronoun after the speaker',
    'Jane Harper said the port would close. “We close at six,” she added.',
    'We close at six, | she | Jane Harper',
  ],
  [
    'a pronoun after the subject',
    'Jane Harper came to the port in 1990. “It was a small place,” she said.',
    'It was a small place, | she | Jane Harper',
  ],
  [
    'a pronoun inside the sentence',
    'Jane Harper’s words came after a call about the port, a talk she described as “excellent” in a post.',
    'excellent | she | Jane Harper',
  ],
  [
    'a pronoun two paragraphs on',
    'Jane Harper runs the port.\nIt was built in 1912.\n“It was a small place,” she said.',
    'It was a small place, | she | Jane Harper',
  ],
  [
    'no pronoun three paragraphs on',
    'Jane Harper runs the port.\nIt was built in 1912.\nIt burned in 1940.\n“It was a small place,” she said.',
    'It was a small place, | she | –',
  ],
  [
    'no pronoun against the given name',
    'Jane Harper runs the port. “It was a small place,” he said.',
    'It was a small place, | he | –',
  ],
  [
    'the ministry',
    'The Ruritanian Harbour Ministry said the port would close.\n“We close at six,” the ministry said.\n“There is no room,” it added.',
    'We close at six, | the ministry | Ruritanian Harbour Ministry',
    'There is no room, | it | Ruritanian Harbour Ministry',
  ],
  [
    'the president, where there is but one',
    'President Jane Harper came to the port.\n“It was a small place,” the president said.',
    'It was a small place, | the president | Jane Harper',
  ],
  [
    'not the president where there are two',
    'President Jane Harper met President Tom Carter.\n“It was a small place,” the president said.',
    'It was a small place, | the president | the president',
  ],
  [
    'a name set off after a role',
    'His deputy, Carlos Ruiz, said more would come. “I have no doubt,” he said.',
    'I have no doubt, | he | Carlos Ruiz',
  ],
];

const MARKS: readonly Case[] = [
  ['straight', '"We close at six," Harper said.', 'We close at six, | Harper | Harper'],
  ['ASCII', "``We close at six,'' Harper said.", 'We close at six, | Harper | Harper'],
  [
    'ASCII with spaces, as in tokenised texts',
    "`` We close at six , '' Harper said .",
    'We close at six , | Harper | Harper',
  ],
  ['angled', '«We close at six», said Harper.', 'We close at six | Harper | Harper'],
  ['low and high', '„We close at six“, said Harper.', 'We close at six | Harper | Harper'],
  ['single', '‘We close at six,’ Harper said.', 'We close at six, | Harper | Harper'],
  [
    'single and straight',
    "'We don't close at six,' Harper said.",
    "We don't close at six, | Harper | Harper",
  ],
  [
    'single with a plural’s apostrophe inside',
    "'The workers' rights matter,' Harper said.",
    "The workers' rights matter, | Harper | Harper",
  ],
  [
    'nested: the outermost count',
    '“He told me ‘never’ and then ‘perhaps’,” Harper said.',
    'He told me ‘never’ and then ‘perhaps’, | Harper | Harper',
  ],
  [
    'double inside single',
    '‘He told me “never” twice,’ Harper said.',
    'He told me “never” twice, | Harper | Harper',
  ],
  [
    'inches',
    'A 65" screen hung there. "We close at six," Harper said.',
    'We close at six, | Harper | Harper',
  ],
  [
    'one that never closes',
    'It was “a long day. Nobody came.\nAt noon it rained. “We close at six,” Harper said. The end came.',
    'We close at six, | Harper | Harper',
  ],
  [
    'one that was forgotten, and the reporter’s words after it',
    '“We close at six, Harper said. The pier was empty. “Nobody came,” she added.',
    'Nobody came, | she | Harper',
  ],
];

const NOBODY: readonly Case[] = [
  [
    'a verb that begins a line',
    'Is closing two piers, citing “the steady fall of our winter traffic,” according to Ann Lee.',
    'the steady fall of our winter traffic, | Ann Lee | Ann Lee',
  ],
  [
    'a thing called so',
    'The Harbour Post published a story called “The Sea Is Ours,” which argued that “the harbour has become a swamp for spammers.”',
    'the harbour has become a swamp for spammers. | – | –',
  ],
  ['one of many', 'Sailors would “spill secrets,” as one put it.', 'spill secrets, | one | –'],
  [
    'the words after another verb',
    'Lee posted updates making light of the storm, including a photo with the caption “We close early tonight, all of us” and a note, captioned: “This man has been a pest for months.”',
    'We close early tonight, all of us | – | –',
    'This man has been a pest for months. | Lee | Lee',
  ],
  [
    'a line in capitals',
    'HARBOUR ICON DON LEE ON TIDES\nMr. Lee spoke.\nHe told the others, “This sounds like a whole different song.”',
    'This sounds like a whole different song. | He | Lee',
  ],
  [
    'whoever is only spoken of in a report',
    'Janes reported that it was loud, and that Jack Carter yelled all day. She said that silence would be akin to “protecting players.”',
    'protecting players. | She | Janes',
  ],
  [
    'whoever acts after the words',
    'Sometimes when Ann Lee says “we,” he only nods.',
    'we, | Ann Lee | Ann Lee',
  ],
];

const TERMS: readonly (readonly [string, string])[] = [
  ['a policy', 'Ruritania will not serve as a “safe third country” for others.'],
  ['a nickname', 'Tom Carter, dubbed the “harbour czar,” was widely criticised.'],
  ['a word', 'The word “harbour” comes from the north.'],
  ['a so-called thing', 'The so-called “winter rule” ended.'],
  ['a simpler word', 'It uses small boats called cutters, or simply “cuts,” which sail by night.'],
  ['a film', 'She played the captain in “The Long Night at Sea.”'],
  ['a film with its comma', 'In “Harbour Lights,” Carter plays a captain.'],
  ['the name of a rule', 'During his first term, the “stay in port” policy set an example.'],
  ['a thing known by it', 'The pier is known as “the needle” by sailors.'],
  ['scare quotes', 'The “experts” came at noon.'],
  ['a translation', 'The name means “quiet water” in Ruritanian.'],
  ['a heading', 'Harper “likely” to go\nThe port closed on Friday.'],
];

const check = (cases: readonly Case[]): void => {
  it.each(cases.map(([title, text, ...found]) => ({ title, text, found })))(
    '$title',
    ({ text, found }) => {
      expect(said(text)).toEqual(found);
    },
  );
};

describe('who said it, told after the words by', () => {
  check(AFTER);
});
describe('who said it, told as papers do by', () => {
  check(NEWS);
});
describe('who said it, told before the words by', () => {
  check(BEFORE);
});
describe('a quotation that goes on', () => {
  check(GOES_ON);
});
describe('the fullest name earlier in the file for', () => {
  check(RESOLVED);
});
describe('nobody is taken for a speaker:', () => {
  check(NOBODY);
});
describe('marks that are', () => {
  check(MARKS);
});
describe('never listed as speech:', () => {
  it.each(TERMS)('%s', (_title, text) => {
    expect(said(text)).toEqual([]);
  });
});
