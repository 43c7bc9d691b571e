import type { TableRule } from '@yimen/rules';
import { ANNOTATIONS } from './dmn-model.ts';
import { childrenOf, textOf } from './feel-text.ts';
import type { XmlElement } from './xml-element.ts';

type Notes = Pick<TableRule, 'clause' | 'note'>;

/** What is written beside a rule: clause and note where we wrote it, otherwise all of it as the note. */
export function notesOf(columns: readonly XmlElement[]): (rule: XmlElement) => Notes {
  const names = columns.map(({ attributes }) => attributes.get('name') ?? '');
  const own: readonly string[] = Object.values(ANNOTATIONS);
  const isOwn = names.length > 0 && names.every((name) => own.includes(name));
  return (rule) => {
    const texts = childrenOf(rule, 'annotationEntry').map(textOf);
    return isOwn ? ownNotes(names, texts) : foreignNotes(rule, names, texts);
  };
}

function ownNotes(names: readonly string[], texts: readonly string[]): Notes {
  const at = (name: string) => texts[names.indexOf(name)] ?? '';
  const clause = at(ANNOTATIONS.clause);
  const note = { zh: at(ANNOTATIONS.zh), en: at(ANNOTATIONS.en) };
  return { ...(clause !== '' && { clause }), ...((note.zh !== '' || note.en !== '') && { note }) };
}

function foreignNotes(rule: XmlElement, names: readonly string[], texts: readonly string[]): Notes {
  const [description] = childrenOf(rule, 'description');
  const written = texts.map((text, index) => (names[index] && text !== '' ? `${names[index]}: ${text}` : text));
  const all = [description?.text.trim() ?? '', ...written].filter((text) => text !== '').join('; ');
  return all === '' ? {} : { note: { zh: all, en: all } };
}
