#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "document/field_reader.hpp"
#include "evidence/evidence_cases.hpp"

namespace promptctl {
namespace {

// Numbers names in the order in which they come, and tells at the end which number each has in sorted order.
class Names {
 public:
  std::uint32_t number(const std::string& name) {
    return numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  // The names, sorted; `place` receives the new number of each old one.
  std::vector<std::string> sorted(std::vector<std::uint32_t>& place) const {
    std::vector<std::string> names;
    place.resize(numbers_.size());
    for (const auto& [name, number] : numbers_) {
      place[number] = static_cast<std::uint32_t>(names.size());
      names.push_back(name);
    }
    return names;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

class RowReader {
 public:
  RowReader(RunSample& sample, Diagnostics& diagnostics) : sample_(sample), diagnostics_(diagnostics) {
    groups_.number("");
  }

  void read(const Value& row) {
    FieldReader fields(row, diagnostics_);
    CaseSample one;
    one.id = fields.required_text("case");
    if (!sample_.cases.empty() && one.id <= sample_.cases.back().id) {
      blame(row, fmt::format("the case `{}` is twice here, or out of order", one.id));
    }
    one.passed = count(fields, "passed");
    one.failed = count(fields, "failed");
    one.undecided = count(fields, "undecided");
    one.priced = count(fields, "priced");
    one.unpriced = count(fields, "unpriced");
    one.score = score(fields, one.judged() > 0);
    one.group = groups_.number(fields.optional_text("group").value_or(""));
    one.critical = fields.optional_boolean("critical").value_or(false);
    one.quarantined = fields.optional_boolean("quarantined").value_or(false);
    one.picodollars = cost(fields);
    for (const std::string& tag : fields.optional_texts("tags")) {
      sample_.tagged.push_back({index(), tags_.number(tag)});
    }
    read_metrics(fields);
    check_counts(row, one, read_calls(fields));
    fields.finish();
    sample_.cases.push_back(std::move(one));
  }

  void finish() {
    std::vector<std::uint32_t> place;
    sample_.groups = groups_.sorted(place);
    for (CaseSample& one : sample_.cases) {
      one.group = place[one.group];
    }
    sample_.tags = tags_.sorted(place);
    for (TagSample& one : sample_.tagged) {
      one.tag = place[one.tag];
    }
    sample_.metrics = metrics_.sorted(place);
    for (MetricSample& one : sample_.measured) {
      one.metric = place[one.metric];
    }
  }

 private:
  void blame(const Value& value, std::string message) {
    diagnostics_.error("bad-evidence", value.where, std::move(message));
  }

  std::uint32_t index() const { return static_cast<std::uint32_t>(sample_.cases.size()); }

  static std::uint16_t count(FieldReader& fields, std::string_view name) {
    constexpr long long most = std::numeric_limits<std::uint16_t>::max();
    return static_cast<std::uint16_t>(fields.optional_integer(name, 0, most).value_or(0));
  }

  double share(const Value& value, std::string_view name) {
    const double number = value.number();
    if (!value.is_number() || number < 0 || number > 1) {
      blame(value, fmt::format("`{}` must be a number from 0 to 1", name));
    }
    return number;
  }

  double score(FieldReader& fields, bool judged) {
    const Value* value = judged ? fields.required_value("score") : fields.optional_value("score");
    if (value != nullptr && !judged) {
      blame(*value, "there is a score without a verdict");
    }
    return value == nullptr ? 0 : share(*value, "score");
  }

  std::int64_t cost(FieldReader& fields) {
    const auto text = fields.optional_text("cost_usd");
    const auto amount = text ? Usd::parse(*text) : std::optional(Usd());
    if (!amount) {
      blame(*fields.map().find("cost_usd"), "`cost_usd` must be a decimal of at most twelve places");
    }
    return amount.value_or(Usd()).picodollars();
  }

  void read_metrics(FieldReader& fields) {
    const Value* metrics = fields.optional_map("metrics");
    const Value* undecided = fields.optional_map("metrics_undecided");
    std::map<std::string, MetricSample> all;
    for (const Field& field : metrics == nullptr ? std::vector<Field>() : metrics->fields) {
      all[field.name].score = share(field.value, field.name);
    }
    for (const Field& field : undecided == nullptr ? std::vector<Field>() : undecided->fields) {
      const bool has_score = all.count(field.name) > 0;
      MetricSample& one = all[field.name];
      one.undecided = share(field.value, field.name);
      if (has_score != (one.undecided < 1)) {
        blame(field.value,
              fmt::format("the metric `{}` has a score where it has none, or none where it has one", field.name));
      }
    }
    for (auto& [name, one] : all) {
      sample_.measured.push_back({index(), metrics_.number(name), one.score, one.undecided});
    }
  }

  float duration(const Value& value) {
    float number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stop, error] = std::from_chars(value.text.data(), end, number);
    if (!value.is_number() || error != std::errc() || stop != end || !std::isfinite(number) || number < 0) {
      blame(value, "a duration must be a number of milliseconds");
      return 0;
    }
    return number;
  }

  // Returns how many there are.
  std::size_t read_calls(FieldReader& fields) {
    const Value* latencies = fields.optional_list("latency_ms");
    const Value* first_tokens = fields.optional_list("ttft_ms");
    const std::size_t calls = latencies == nullptr ? 0 : latencies->items.size();
    if (first_tokens != nullptr && first_tokens->items.size() != calls) {
      blame(*first_tokens, "`ttft_ms` must have an entry for each of `latency_ms`");
      first_tokens = nullptr;
    }
    for (std::size_t at = 0; at < calls; ++at) {
      CallSample call{index(), duration(latencies->items[at]), -1};
      if (first_tokens != nullptr && !first_tokens->items[at].is_null()) {
        call.first_token_ms = duration(first_tokens->items[at]);
      }
      sample_.calls.push_back(call);
    }
    return calls;
  }

  void check_counts(const Value& row, const CaseSample& one, std::size_t calls) {
    const std::size_t repeats = one.judged() + one.undecided;
    const std::size_t answered = std::size_t{one.priced} + one.unpriced;
    if (row.is_map() && (repeats == 0 || repeats > static_cast<std::size_t>(sample_.header.repeat))) {
      blame(row,
            fmt::format("`{}` has {} results, where the run has {} repeats", one.id, repeats, sample_.header.repeat));
    }
    if (calls > answered || answered > repeats || (one.priced == 0 && one.picodollars != 0)) {
      blame(row, fmt::format("the calls of `{}` are not as many as its results and prices say", one.id));
    }
  }

  RunSample& sample_;
  Diagnostics& diagnostics_;
  Names groups_;
  Names tags_;
  Names metrics_;
};

}  // namespace

void read_evidence_cases(const Value& rows, RunSample& sample, Diagnostics& diagnostics) {
  RowReader reader(sample, diagnostics);
  for (const Value& row : rows.items) {
    reader.read(row);
  }
  reader.finish();
}

}  // namespace promptctl
