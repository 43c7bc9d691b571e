import { INT_UNKNOWN } from './bits.ts';
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
  const needsFirstAid = byte('needsFirstAid');
  const patientUnidentified = byte('patientUnidentified');
  const cannotPayFirstAid = byte('cannotPayFirstAid');
  const eventKind = byte('eventKind');
  const violenceOrSelfHarm = byte('violenceOrSelfHarm');
  const outUrgent = byteOut('urgentReliefEligible');
  const outAmount = intOut('urgentReliefAmount');
  const outFirstAid = byteOut('diseaseEmergencyEligible');
  const { hasShakingEvent } = scratch.household;
  const isShaking = among('death', 'fire', 'disaster', 'violence', 'trafficAccident');
  const handled = places.map(({ figure }) => figure('urgentRelief.incidentPlaceHandles'));
  return ({ place, from, to }) => {
    const incidentPlaceHandles = handled[place] ?? 0;
    for (let h = from; h < to; h += 1) {
      const end = eventOffsets[h + 1] ?? 0;
      let shaking = 0;
      for (let e = eventOffsets[h] ?? 0; e < end; e += 1) {
        const isLocal = (hukouHere[h] ?? 0) | (permitHere[h] ?? 0) | (incidentPlaceHandles & (incidentHere[e] ?? 0));
        const rest = (neededAmount[e] ?? 0) - (compensationReceived[e] ?? 0) - (aidedElsewhere[e] ?? 0);
        shaking |= (isShaking[eventKind[e] ?? 0] ?? 0) | (violenceOrSelfHarm[e] ?? 0);
        outUrgent[e] = (suddenEvent[e] ?? 0) & (immediateNeed[e] ?? 0) & isLocal;
        outAmount[e] = Math.max(rest, 0);
        outFirstAid[e] = (needsFirstAid[e] ?? 0) & ((patientUnidentified[e] ?? 0) | (cannotPayFirstAid[e] ?? 0));
      }
      hasShakingEvent[h - from] = shaking;
    }
  };
}

/** What a family may have after a natural disaster. */
export function disasterLoop({ byte, int, byteOut, intOut, doubleOut, code, among, places }: Setting): Loop {
  const eventKind = byte('eventKind');
  const disasterKind = byte('disasterKind');
  const affectedPersons = byte('affectedPersons');
  const needsEmergencyLiving = byte('needsEmergencyLiving');
  const emergencyDays = int('emergencyDays');
  const disasterDeaths = byte('disasterDeaths');
  const homeDamage = byte('homeDamage');
  const cannotCopeAlone = byte('cannotCopeAlone');
  const transitionDays = int('transitionDays');
  const needsWinterSpringHelp = byte('needsWinterSpringHelp');
  const outEmergency = byteOut('disasterEmergencyEligible');
  const outEmergencyAmount = doubleOut('disasterEmergencyAmount');
  const outBereavement = byteOut('bereavementEligible');
  const outBereavementAmount = doubleOut('bereavementAmount');
  const outTransition = byteOut('transitionAidEligible');
  const outTransitionAmount = doubleOut('transitionAidAmount');
  const outRebuild = byteOut('rebuildSubsidyEligible');
  const outRebuildAmount = intOut('rebuildSubsidyAmount');
  const outDrought = byteOut('droughtAidEligible');
  const outDroughtAmount = intOut('droughtAidAmount');
  const outWinter = byteOut('winterSpringEligible');
  const outWinterAmount = intOut('winterSpringAmount');
  const [disaster, damaged, drought] = [code('disaster'), code('damaged'), code('drought')];
  const isLost = among('collapsed', 'severe');
  const figures = places.map(({ open }) => ({
    perDay: open('disasterAid.emergencyPerDay'),
    mostDays: open('disasterAid.emergencyDays'),
    perDeath: open('disasterAid.perDeath'),
    transitionPerDay: open('disasterAid.transitionPerDay'),
    transitionMost: open('disasterAid.transitionDays'),
    rebuild: open('disasterAid.rebuild'),
    repair: open('disasterAid.repair'),
    perDrought: open('disasterAid.drought'),
    perWinter: open('disasterAid.winterSpring'),
  }));
  return ({ place, firstEvent, endEvent }) => {
    const of = figures[place];
    if (!of) return;
    for (let e = firstEvent; e < endEvent; e += 1) {
      const isDisaster = +(eventKind[e] === disaster);
      const people = affectedPersons[e] ?? 0;
      const deaths = disasterDeaths[e] ?? 0;
      const isAlone = cannotCopeAlone[e] ?? 0;
      const isEmergency = isDisaster & (needsEmergencyLiving[e] ?? 0);
      const isBereaved = isDisaster & +(deaths > 0);
      const isHomeless = isDisaster & (isLost[homeDamage[e] ?? 0] ?? 0);
      const isTransition = isHomeless & isAlone;
      const isDamaged = isDisaster & +(homeDamage[e] === damaged);
      const isDry = isDisaster & +(disasterKind[e] === drought) & isAlone;
      const isWinter = isDisaster & (needsWinterSpringHelp[e] ?? 0);
      const days = Math.min(emergencyDays[e] ?? 0, of.mostDays);
      const laterDays = Math.min(transitionDays[e] ?? 0, of.transitionMost);
      outEmergency[e] = isEmergency;
      outEmergencyAmount[e] = isEmergency === 1 ? of.perDay * people * days : 0;
      outBereavement[e] = isBereaved;
      outBereavementAmount[e] = isBereaved === 1 ? of.perDeath * deaths : 0;
      outTransition[e] = isTransition;
      outTransitionAmount[e] = isTransition === 1 ? of.transitionPerDay * people * laterDays : 0;
      outRebuild[e] = isHomeless | isDamaged;
      outRebuildAmount[e] = 0;
      if (isHomeless === 1) outRebuildAmount[e] = intOf(of.rebuild);
      if (isDamaged === 1) outRebuildAmount[e] = intOf(of.repair);
      outDrought[e] = isDry;
      outDroughtAmount[e] = isDry === 1 ? intOf(of.perDrought * people) : 0;
      outWinter[e] = isWinter;
      outWinterAmount[e] = isWinter === 1 ? intOf(of.perWinter * people) : 0;
    }
  };
}

function intOf(amount: number): number {
  return Number.isNaN(amount) ? INT_UNKNOWN : amount;
}
