#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/run/judging_text.hpp"

namespace promptctl {
namespace {

std::string bounds_text(const std::optional<Usd>& low, const std::optional<Usd>& high) {
  return low && high ? fmt::format(" (95% interval {} to {})", money_text(*low), money_text(*high)) : "";
}

std::string bounds_text(const std::string& low, const std::string& high) {
  return low.empty() ? "" : fmt::format(" (95% interval {} to {})", money_text(low), money_text(high));
}

std::string unknown_text(const std::vector<UnpricedCalls>& unknown) {
  std::vector<std::string> texts;
  for (const UnpricedCalls& one : unknown) {
    texts.push_back(fmt::format("{} of {}", counted(one.calls, "call"), one.target));
  }
  return fmt::format("the price or the tokens of {}", join(texts, ", "));
}

std::string total_text(const RunCosts& costs) {
  if (costs.calls + costs.failed == 0) {
    return "nothing was called";
  }
  const std::string of = counted(costs.calls + costs.failed, "call");
  const std::size_t priced = costs.calls - costs.unpriced;
  const auto total = costs.total();
  return total         ? fmt::format("{} for {}", money_text(*total), of)
         : priced == 0 ? fmt::format("unknown for {}", of)
                       : fmt::format("unknown for {}; {} for the {} whose cost is known", of, money_text(costs.known),
                                     grouped(static_cast<long long>(priced)));
}

void add_lost(const RunCosts& costs, OverviewSection& section) {
  if (costs.retries > 0) {
    section.facts.emplace_back("retries",
                               fmt::format("{} repeated", counted(static_cast<std::size_t>(costs.retries), "attempt")));
  }
  if (costs.failed > 0) {
    section.facts.emplace_back("failed", fmt::format("{} without an answer", counted(costs.failed, "call")));
  }
  const auto unknown = static_cast<std::size_t>(costs.lost.unknown);
  if (costs.lost.known > Usd()) {
    section.facts.emplace_back(
        "lost", fmt::format("{} for attempts that gave no answer{}", money_text(costs.lost.known),
                            unknown == 0 ? "" : fmt::format("; {} more may be charged for", grouped(unknown))));
  } else if (unknown > 0) {
    section.facts.emplace_back("lost",
                               fmt::format("{} gave no answer and may be charged for", counted(unknown, "attempt")));
  }
}

Table parts_table(const CostParts& parts) {
  Table table{{{"kind"}, {"tokens", true}, {"cost", true}}, {}};
  for (std::size_t kind = 0; kind < parts.by_kind.size(); ++kind) {
    const CostPart& part = parts.by_kind[kind];
    if (part.count > 0 && (kind + 1 < cost_kinds || part.usd > Usd())) {  // A request is free nearly everywhere.
      table.rows.push_back(
          {{replace_all(cost_kind_name(kind), "_", " ")}, {grouped(part.count)}, {money_text(part.usd)}});
    }
  }
  return table;
}

// "built-in of 2026-11-01, sha256 0123456789ab"; "promptctl.yaml"
std::string origin_text(const PriceOrigin& origin) {
  constexpr std::size_t shown = 12;
  return origin.digest.empty()
             ? "promptctl.yaml"
             : fmt::format("{} of {}, sha256 {}", origin.layer, origin.date, origin.digest.substr(0, shown));
}

Table costly_table(const std::vector<CostlyCall>& calls) {
  Table table{{{"case"}, {"cost", true}, {"tokens in", true}, {"tokens out", true}}, {}};
  for (const CostlyCall& call : calls) {
    table.rows.push_back({{call.repeat > 1 ? fmt::format("{} #{}", call.case_id, call.repeat) : call.case_id},
                          {money_text(call.cost)},
                          {call.input_tokens ? grouped(*call.input_tokens) : ""},
                          {call.output_tokens ? grouped(*call.output_tokens) : ""}});
  }
  return table;
}

Table tags_table(std::vector<TagCost> tags) {
  std::sort(tags.begin(), tags.end(),
            [](const TagCost& a, const TagCost& b) { return std::tie(b.mean, a.name) < std::tie(a.mean, b.name); });
  Table table{{{"tag"}, {"cases", true}, {"cost per call", true}}, {}};
  for (const TagCost& tag : tags) {
    table.rows.push_back({{tag.name}, {grouped(tag.cases)}, {money_text(tag.mean)}});
  }
  return table;
}

Table what_if_table(const std::vector<WhatIf>& as) {
  Table table{
      {{"the same tokens with"}, {"this run", true}, {"per call", true}, {"a day", true}, {"a month", true}, {"price"}},
      {}};
  for (const WhatIf& one : as) {
    table.rows.push_back({{one.target},
                          {one.total ? money_text(*one.total) : ""},
                          {one.mean ? money_text(one.mean->mean) : ""},
                          {one.projection ? money_text(one.projection->daily) : ""},
                          {one.projection ? money_text(one.projection->monthly) : ""},
                          {one.why.empty() ? origin_text(one.origin) : one.why}});
  }
  return table;
}

// Figures of the priced calls stand for all only as far as these are like the others.
std::string scope_text(const RunCosts& costs) {
  std::string text;
  if (costs.unpriced > 0) {
    text = fmt::format(", of the {} whose cost is known", counted(costs.calls - costs.unpriced, "call"));
  }
  text += costs.lost.known > Usd() ? ", lost attempts included" : "";
  if (costs.lost.unknown > 0) {
    text += fmt::format("{} but for {} of unknown cost", costs.lost.known > Usd() ? "" : ",",
                        counted(static_cast<std::size_t>(costs.lost.unknown), "attempt"));
  }
  return text;
}

void add_projection(const RunCosts& costs, OverviewSection& section) {
  if (!costs.projection) {
    return;
  }
  const Projection& projection = *costs.projection;
  const std::string calls = grouped(projection.per_day);
  section.facts.emplace_back(
      fmt::format("{} a day", calls),
      fmt::format("{}{}", money_text(projection.daily), bounds_text(projection.daily_low, projection.daily_high)) +
          scope_text(costs));
  section.facts.emplace_back("a month", fmt::format("{}{}", money_text(projection.monthly),
                                                    bounds_text(projection.monthly_low, projection.monthly_high)));
}

void add_sums(const RunCosts& costs, std::size_t passed, OverviewSection& section) {
  section.facts.emplace_back("total", total_text(costs));
  if (!costs.unknown.empty()) {
    section.facts.emplace_back("unknown", unknown_text(costs.unknown));
  }
  if (costs.replayed > Usd()) {
    section.facts.emplace_back("spent now", fmt::format("{}; {} saved by replayed replies", money_text(costs.fresh),
                                                        money_text(costs.replayed)));
  }
  if (const auto& saved = costs.prompt_cache_saved; saved && *saved != Usd()) {
    section.facts.emplace_back("prompt cache",
                               *saved > Usd() ? fmt::format("{} saved by cached input", money_text(*saved))
                                              : fmt::format("{} more than without: it was written to and hardly read",
                                                            money_text(saved->times(-1))));
  }
  if (costs.mean) {
    section.facts.emplace_back(
        "per call", money_text(costs.mean->mean) + bounds_text(costs.mean->low, costs.mean->high) + scope_text(costs));
  }
  if (costs.per_passed) {
    section.facts.emplace_back(
        "per passed", fmt::format("{} for each of {}", money_text(*costs.per_passed), counted(passed, "passed case")));
  }
  add_lost(costs, section);
}

// What judging cost is no part of what the prompt costs.
void add_judging(const JudgingSummary& judging, OverviewSection& section) {
  if (!judging.is_none()) {
    section.facts.emplace_back("judges", fmt::format("{} beside the above, for {}{}", money_text(judging.known_cost),
                                                     judging_effort_text(judging),
                                                     judging.unknown > 0 ? "; of some the cost is unknown" : ""));
  }
}

}  // namespace

OverviewSection cost_section(const RunReport& run) {
  const RunCosts& costs = run.costs;
  OverviewSection section{"Cost", {}, {}, {}, {}};
  add_sums(costs, run.summary.passed, section);
  add_judging(run.summary.judging, section);
  if (const auto& budget = run.header.provenance.budget) {
    const Usd spent = costs.fresh + run.summary.judging.fresh_cost;
    section.facts.emplace_back("budget", fmt::format("{} spent of {}", money_text(spent), money_text(*budget)));
  }
  add_projection(costs, section);
  if (!costs.parts && costs.known > Usd()) {
    section.remarks.emplace_back(
        "Costs are not told apart by kind of token: the prices known now for when the run started are not those that "
        "it "
        "was made with.");
  }
  if (costs.parts) {
    section.tables.push_back({"By kind of token", parts_table(*costs.parts)});
  }
  if (!costs.as.empty()) {
    section.tables.push_back({"What if", what_if_table(costs.as)});
    section.remarks.emplace_back(
        "What if: the tokens recorded here at another model's prices. Its tokenizer and its answers would differ." +
        std::string(costs.lost == LostCost() ? "" : " Attempts that gave no answer are not in these figures."));
  }
  if (!costs.costly.empty()) {
    section.tables.push_back({"Most expensive", costly_table(costs.costly)});
  }
  if (!costs.tags.empty()) {
    section.details.push_back({"By tag, the dearest first", tags_table(costs.tags)});
  }
  if (const PriceOrigin& origin = run.header.provenance.price_table; !origin.layer.empty()) {
    section.remarks.push_back(fmt::format("Prices: {}", origin_text(origin)));
  }
  return section;
}

}  // namespace promptctl
