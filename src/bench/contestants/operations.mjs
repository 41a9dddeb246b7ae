// What is asked: everything that counter-fraud may be told of one person, with the receipt.
const INPUT = {
  purpose: 'counter-fraud',
  caseReference: 'case 1',
  subject: { nhsNumber: 'NUMBER' },
  sourcesExhausted: true,
  justification: 'A registration is checked for fraud against the health service.',
};

/** The contract's operation. */
export const CONTRACT = JSON.stringify({
  query: `mutation Ask($input: TraceInput!) { requestTrace(input: $input) { id state outcome { __typename
    ... on Traced {
      person { name { family given } birthDate deceased address { postcode } generalPractice { registeredOn } }
      withheld { field treatment reason } readableUntil destroyBy
      receipt { entry leafHash at policyVersion policyHash }
    }
    ... on NotTraced { receipt { entry } }
    ... on Refused { reason clause explanation } } } }`.replace(/\s+/g, ' '),
  variables: { input: INPUT },
});

/** The same in the schema that PostGraphile makes of the function. */
export const POSTGRAPHILE = JSON.stringify({
  query: `mutation Ask($input: RequestTraceInput!) { requestTrace(input: $input) { result { id: rowId state
    person { family given birthYear deceased postcodeDistrict registeredOn }
    withheld { field treatment reason } readableUntil destroyBy
    entry leafHash at policyVersion policyHash } } }`.replace(/\s+/g, ' '),
  variables: {
    input: {
      purpose: INPUT.purpose,
      caseReference: INPUT.caseReference,
      nhsNumber: 'NUMBER',
      sourcesExhausted: true,
      justification: INPUT.justification,
    },
  },
});

/** What must be alike in the answers of all who answer the contract: everything but ids, times and hashes. */
export function comparable(answer) {
  const { state, outcome } = answer.data.requestTrace;
  const { destroyBy, person, withheld, receipt } = outcome;
  return { state, kind: outcome.__typename, person, withheld, destroyBy, policy: [receipt.policyVersion, receipt.policyHash] };
}

/** The same of PostGraphile, whose answer is flatter. */
export function comparableOfPostgraphile(answer) {
  const { state, person, withheld, destroyBy, policyVersion, policyHash } = answer.data.requestTrace.result;
  const { family, given, birthYear, deceased, postcodeDistrict, registeredOn } = person;
  return {
    state,
    kind: 'Traced',
    person: {
      name: family === null && given === null ? null : { family, given },
      birthDate: birthYear,
      deceased,
      address: postcodeDistrict === null ? null : { postcode: postcodeDistrict },
      generalPractice: registeredOn === null ? null : { registeredOn },
    },
    withheld,
    destroyBy,
    policy: [policyVersion, policyHash],
  };
}
