/**
 * Common given names, as they are compared: a name of two words that begins with one is a person's. No list is whole;
 * a name that is not here needs a title, a role or an age beside it, or to have spoken before, to be followed by "she".
 */
const WOMEN = new Set(
  `abigail aisha alejandra alexandra alice alicia alina alison allison amanda amber amelia amina amy ana angela anita
  ann anna anne annette annie ariana audrey ava barbara beatrice becky belinda beth bethany betty beverly bonnie
  brenda bridget britney caitlin camila camille carla carmen carol carolina caroline carolyn carrie catherine cathy
  cecilia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen cristina crystal
  cynthia daisy daniela danielle dawn debbie deborah denise diana diane dina donna doris dorothy edith eileen elaine
  eleanor elena elizabeth ella ellen ellie elsa emily emma erica esther eva eve evelyn fatima felicia fiona florence
  frances francesca gabriela gabrielle georgia gina giorgia gladys gloria grace greta hannah harriet heather heidi
  helen helena hillary holly ida ines ingrid irene iris isabel isabella jacqueline jada jana jane janet janice
  jasmine jen jenna jennie jennifer jenny jessica jill joan joanna joanne joyce juana judith judy julia juliana
  julie juliet june kaitlin kamala karen karoline kate katherine kathleen kathryn kathy katie kayla kendra kimberly
  kirsten kristen kristi kristin kristina kyrsten laura lauren laurie leah lila lily linda lindsey lisa liz lois
  lori lorraine louise lucia lucy lydia madeleine maggie marcia margaret maria marian marie marina marisa marlene
  martha martina mary maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith mia
  michelle mila millie miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicole nikki nina
  noelia nora olga olivia pam pamela paola patricia patty paula paulina pauline peggy penelope penny phoebe phyllis
  priya rachel rebecca regina renee rita rosa rosalind rose rosemary ruby ruth sabrina sally salma samantha sandra
  sara sarah sharon sheila sherri sherry shirley silvia sofia sonia sophia sophie stella stephanie sue susan susanna
  suzanne sylvia tamara tammy tanya tara tasha teresa terri tess theresa tiffany tina toni ursula valentina valerie
  vanessa vera veronica vicki vicky victoria viola violet virginia wanda wendy wilma xiomara yasmin ylva yolanda
  yvette yvonne zara zoe`.split(/\s+/),
);

const MEN = new Set(
  `aaron abdul abdullah adam adrian ahmad ahmed aidan alan albert alejandro alexander alexandre alfred allen alonzo
  alvaro amir amit andre andreas andres andrew andy angel angelo angus anil anthony anton antonio antony arjun
  arnold arthur asif austin barack barry ben benedict benjamin benny bernard bernardo bernie bezalel bill billy bob
  boris brad bradley brandon brendan brent brett brian bruce bruno bryan bryce calvin carl carlos charles christian
  christopher chuck clare claude clayton cliff clinton cody colin connor corey craig curtis dak dale dalton damian
  damon dan daniel danny darren daryl dave david dean dennis derek dick diego dimitri dirk dmitri don donald doug
  douglas duncan dustin dwayne dylan earl ed eddie edgar edmund eduardo edward edwin ehud eli elias elijah elon
  emiliano emmanuel emmanuelle enrique eric erik ernest ethan eugene evan felipe felix fernando francisco frank
  franz fred frederick gabriel gareth gary gavin gene geoff geoffrey george gerald gerard gerardo gilbert giorgio
  giovanni glen glenn gordon graham grant greg gregg gregory guillermo gustavo guy hans harold harris harry harvey
  hassan hector henry herbert howard hugh hugo hussein ian ibrahim igor imran isaac isaiah ismail itamar ivan jack
  jackson jacob jaime jair jake james jared jason javier jay jeff jeffrey jens jeremiah jeremy jerome jerry jim
  jimmy joel johan johann john johnny jon jonah jonathan jorge jose josep joseph josh joshua joy juan julian justin
  karl keir keith ken kenneth kenny kevin khalid kirk kurt lance larry lawrence leo leon leonard lewis liam lloyd
  louis luca lucas luis luiz luke luther mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mario mark
  martin marvin mateo mathew matt matteo matthew maurice mauricio mehmet michael miguel mike mikel mikhail miles
  milton mitch mitchell mohamed mohammad mohammed moises moses muhammad myles naftali narendra nate nathan nathaniel
  nayib neil nelson newt nicholas nick nicolas nigel nikita noah noel norman olaf oliver omar oscar owen pablo
  patrick paul pedro pete peter phil philip philippe phillip pierre rafael rajesh ralph ramon randy raul ravi ray
  raymond recep rex ricardo richard rick ricky rishi rob robert roberto rodney rodrigo roger roland roman ron ronald
  ronnie ross roy ruben rupert russell ryan salman sammy samuel sanjay santiago saul scott sean sebastian sergei
  sergey sergio seth shane shaun shawn simon spencer stan stanley stefan stephen steve steven stuart sunil sven ted
  terence terrence theo theodore thomas tim timothy tobias toby todd tom tommy tony travis trevor tristan troy
  victor vikram viktor vincent vladimir volodymyr wade wallace walter warren wayne werner wesley will william willie
  winston xavier xi yair yoav yousef yuri yusuf zac zach zachary`.split(/\s+/),
);

const EITHER = new Set(
  `alex alexis ali andrea april ashley avery bobby cameron casey charlie chris conor courtney dana dominic drew erin
  francis frankie hunter jackie jamie jan jean jesse jessie jo jody joe jordan kay kelly kendall kerry kim kirby
  kyle lee leslie lindsay logan lynn mackenzie madison marion max morgan nicola pat robin rory sam sandy shannon
  shelby sidney simone stacey stacy sydney taylor terry tracey tracy tyler vivian`.split(/\s+/),
);

export type Gender = 'she' | 'he';

export function isGivenName(word: string): boolean {
  return WOMEN.has(word) || MEN.has(word) || EITHER.has(word);
}

/** The pronoun that most bearers of a given name go by; `null` where it may be either, or nobody can tell. */
export function genderOf(word: string): Gender | null {
  if (WOMEN.has(word)) return 'she';
  return MEN.has(word) ? 'he' : null;
}
