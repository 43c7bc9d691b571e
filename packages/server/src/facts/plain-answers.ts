// Of whom everything that decides dibao is known, and nothing stands in the way of it: what the households of the
// demonstration and of tests say of themselves, unless there is something particular about them.

export const PLAIN_HOUSEHOLD = {
  recognisedClass: 'none',
  financialAssets: 0,
  carCount: 0,
  homeCount: 1,
  hasShopOrOffice: false,
  companyCapital: 0,
  hasSupportersElsewhere: false,
  roseByWork: false,
  hasStableIncome: true,
  livingCosts: 0,
  otherRigidCosts: 0,
};

const NOTHING = [
  ...['wageIncome', 'businessIncome', 'businessCosts', 'propertyIncome', 'pensionIncome', 'basicPension'],
  ...['upkeepReceived', 'upkeepFromSiblingsOrElderly', 'otherIncome', 'taxesAndInsurancePaid', 'upkeepPaid'],
  ...['medicalOwnCost', 'rehabilitationCost', 'educationCost', 'publicEducationCost'],
];

/** Without income and costs. */
export const PLAIN_PERSON = {
  isClergyAway: false,
  liberty: 'free',
  livesTogether: true,
  hasSupportDuty: true,
  livesIndependently: true,
  schooling: 'none',
  disabilityKind: 'none',
  disabilityGrade: 'none',
  hasSeriousIllness: false,
  canWork: 'full',
  isEmployed: true,
  recognisedTekun: false,
  recognisedDibaoAlone: false,
  isSupporter: false,
  isIncapable: false,
  refusalsInARow: 0,
  refusalsWithGoodReason: 0,
  ...Object.fromEntries(NOTHING.map((id) => [id, 0])),
};
