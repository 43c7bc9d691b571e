import type { PolicyParameter } from '@yimen/contracts';
import { topicText } from './labels.ts';

export type Topic = keyof typeof topicText.zh;

/** `dibao.standard` belongs to dibao; what has no name here is “other”. */
export function topicOf(id: string): Topic {
  const first = id.split('.')[0] ?? '';
  return Object.hasOwn(topicText.zh, first) ? (first as Topic) : 'other'; // asked for just before
}

/** By topic, in the order an officer meets them. */
export function byTopic(parameters: readonly PolicyParameter[]): ReadonlyMap<Topic, readonly PolicyParameter[]> {
  const topics = new Map<Topic, PolicyParameter[]>();
  for (const parameter of parameters) {
    const topic = topicOf(parameter.id);
    const group = topics.get(topic);
    if (group) group.push(parameter);
    else topics.set(topic, [parameter]);
  }
  const order = Object.keys(topicText.zh);
  return new Map([...topics].toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other)));
}
