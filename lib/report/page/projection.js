'use strict';

// What so many conversations a day cost: exact multiples of the mean cost of a case.
const projection = (() => {
  const usual = 10000;

  // A mean with its interval, whether it came as a map or as one text.
  function meanOf(value) {
    const figures = typeof value === 'string' ? {mean: value} : value ?? {};
    const [mean, low, high] = [figures.mean, figures.low, figures.high].map(money.parse);
    return mean === null ? null : {mean, low, high};
  }

  function times({mean, low, high}, perDay) {
    return [mean, low, high].map((amount) => (amount === null ? null : amount * perDay));
  }

  // The amounts of a day and of a month, each [value, low, high].
  function of (mean, perDay) {
    const day = times(mean, BigInt(perDay));
    return {day, month: day.map((amount) => (amount === null ? null : money.monthly(amount)))};
  }

  function amountText([value, low, high]) {
    return low === null || high === null ? money.shown(value) :
                                           `${money.shown(value)} (${money.shown(low)} to ${money.shown(high)})`;
  }

  function amount(amounts) { return dom.make('span', {title: `$${money.exact(amounts[0])}`}, amountText(amounts)); }

  function rowOf(name, mean, perDay, note = null) {
    if (mean === null) {
      return [name, format.none, format.none, format.none, note];
    }
    const {day, month} = of(mean, perDay);
    return [name, amount([mean.mean, mean.low, mean.high]), amount(day), amount(month), note];
  }

  function rows({run}, perDay) {
    const own = rowOf(
        `as measured: ${run.targets.map((target) => text.line(target, 60)).join(', ')}`, meanOf(run.cost.per_case_usd),
        perDay);
    return [
      own,
      ...run.cost.as.map(
                        (other) => rowOf(
                            text.line(`with ${other.target}, prices ${other.source ?? 'unknown'}`, 120),
                            meanOf(other.per_case_usd), perDay, other.why ? text.line(other.why, 200) : null))
    ];
  }

  function perDayOf(run) { return run.cost.projection?.per_day ?? usual; }

  function table(view, perDay) {
    return dom.table(
        `Cost at ${format.counted(perDay, 'conversation')} a day; a month has 30.4375 days`,
        ['model', dom.number('a conversation'), dom.number('a day'), dom.number('a month'), 'note'],
        rows(view, perDay));
  }

  // A number to change, and the table that follows it.
  function control(view) {
    const start = perDayOf(view.run);
    const input = dom.make('input', {
      type: 'number',
      id: 'per-day',
      min: '1',
      max: '1000000000',
      step: '1',
      inputmode: 'numeric',
      value: String(start)
    });
    const place = dom.make('div', {id: 'projection'}, table(view, start));
    input.addEventListener('input', () => {
      if (input.validity.valid && input.value !== '') {
        place.replaceChildren(table(view, Number(input.value)));
      }
    });
    const label = dom.make('label', {'for': 'per-day'}, 'Conversations a day');
    return [dom.make('p', {class: 'control-line'}, label, input), place];
  }

  // "$34.20 a day" and its lines for the summary; null where no case has a known cost.
  function summary(run) {
    const mean = meanOf(run.cost.per_case_usd);
    const perDay = perDayOf(run);
    return mean && {perDay, mean, ...of(mean, perDay)};
  }

  return {control, summary, amountText};
})();
