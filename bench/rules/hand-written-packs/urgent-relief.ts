import { whole } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** Urgent relief and first aid; and what of a household's events shakes it. */
export function urgentReliefLoop({ byte, int, byteOut, intOut, among, places, eventOffsets, scratch }: Setting): Loop {
  const hukouHere = byte('hukouHere');
  const permitHere = byte('permitHere');
  const incidentHere = byte('incidentHere');
  const suddenEvent = byte('suddenEvent');
  const immediateNeed = byte('immediateNeed');
  const neededAmount = int('neededAmount');
  const compensationReceived = int('compensationReceived');
  const aidedElsewhere = int('aidedElsewhere');
  const firstAidCost = int('firstAidCost');
  const firstAidPaid = int('firstAidPaid');
  const needsFirstAid = byte('needsFirstAid');
  const patientUnidentified = byte('patientUnidentified');
  const cannotPayFirstAid = byte('cannotPayFirstAid');
  const eventKind = byte('eventKind');
  const violenceOrSelfHarm = byte('violenceOrSelfHarm');
  const outUrgent = byteOut('urgentReliefEligible');
  const outAmount = intOut('urgentReliefAmount');
  const outFirstAid = byteOut('diseaseEmergencyEligible');
  const outFirstAidAmount = intOut('diseaseEmergencyAmount');
  const { hasShakingEvent } = scratch.household;
  const isShaking = among('death', 'fire', 'disaster', 'violence', 'trafficAccident');
  const handled = places.map(({ figure }) => figure('urgentRelief.incidentPlaceHandles'));
  const ceilings = places.map(({ open }) => open('diseaseEmergency.ceiling'));
  return ({ place, from, to }) => {
    const incidentPlaceHandles = handled[place] ?? 0;
    const ceiling = ceilings[place] ?? 0;
    for (let h = from; h < to; h += 1) {
      const end = eventOffsets[h + 1] ?? 0;
      let shaking = 0;
      for (let e = eventOffsets[h] ?? 0; e < end; e += 1) {
        const isLocal = (hukouHere[h] ?? 0) | (permitHere[h] ?? 0) | (incidentPlaceHandles & (incidentHere[e] ?? 0));
        const rest = (neededAmount[e] ?? 0) - (compensationReceived[e] ?? 0) - (aidedElsewhere[e] ?? 0);
        shaking |= (isShaking[eventKind[e] ?? 0] ?? 0) | (violenceOrSelfHarm[e] ?? 0);
        outUrgent[e] = (suddenEvent[e] ?? 0) & (immediateNeed[e] ?? 0) & isLocal;
        outAmount[e] = Math.max(rest, 0);
        const isAided = (needsFirstAid[e] ?? 0) & ((patientUnidentified[e] ?? 0) | (cannotPayFirstAid[e] ?? 0));
        const gap = (firstAidCost[e] ?? 0) - (firstAidPaid[e] ?? 0);
        outFirstAid[e] = isAided;
        outFirstAidAmount[e] = isAided === 0 || gap <= 0 ? 0 : whole(Math.min(gap, ceiling));
      }
      hasShakingEvent[h - from] = shaking;
    }
  };
}
