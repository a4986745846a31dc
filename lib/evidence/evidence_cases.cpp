#include "evidence/evidence_cases.hpp"

#include <array>
#include <charconv>
#include <span>

#include "document/figure_value.hpp"
#include "document/record_fields.hpp"

namespace promptctl {
namespace {

// The items of one case, where `items` are ordered by case; `next` is where they begin, and moves past them.
template <typename Item>
std::span<const Item> take(const std::vector<Item>& items, std::size_t& next, std::size_t sample) {
  const std::size_t first = next;
  while (next < items.size() && items[next].sample == sample) {
    ++next;
  }
  return std::span(items).subspan(first, next - first);
}

// The shortest text that reads back as the same number.
Value float_value(float number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return number_value(std::string_view(text.data(), static_cast<std::size_t>(end - text.data())));
}

void set_count(Value& map, std::string_view name, std::size_t count) {
  if (count > 0) {
    map.set(std::string(name), count_value(count));
  }
}

void set_flag(Value& map, std::string_view name, bool flag) {
  if (flag) {
    map.set(std::string(name), boolean_value(true));
  }
}

// A call that was not streamed has null among those that were.
void set_calls(Value& map, std::span<const CallSample> calls) {
  const auto first_token = [](const CallSample& call) {
    return call.first_token_ms < 0 ? Value() : float_value(call.first_token_ms);
  };
  bool streamed = false;
  for (const CallSample& call : calls) {
    streamed = streamed || call.first_token_ms >= 0;
  }
  set_list(map, "latency_ms", list_of(calls, [](const CallSample& call) { return float_value(call.latency_ms); }));
  set_list(map, "ttft_ms", list_of(streamed ? calls : std::span<const CallSample>(), first_token));
}

// Writes row by row: a sample's lists are ordered by case.
class RowWriter {
 public:
  explicit RowWriter(const RunSample& sample) : sample_(sample) {}

  Value row(std::size_t index) {
    const CaseSample& one = sample_.cases[index];
    Value map = map_value();
    map.set("case", text_value(one.id));
    set_count(map, "passed", one.passed);
    set_count(map, "failed", one.failed);
    set_count(map, "undecided", one.undecided);
    if (one.judged() > 0) {
      map.set("score", number_value(one.score));
    }
    set_list(map, "tags", list_of(take(sample_.tagged, tagged_, index), [this](const TagSample& tag) {
               return text_value(sample_.tags[tag.tag]);
             }));
    set_text(map, "group", sample_.groups[one.group]);
    set_flag(map, "critical", one.critical);
    set_flag(map, "quarantined", one.quarantined);
    set_metrics(map, index);
    set_calls(map, take(sample_.calls, calls_, index));
    if (one.picodollars != 0) {
      map.set("cost_usd", text_value(decimal_text(Usd::picodollars(one.picodollars))));
    }
    set_count(map, "priced", one.priced);
    set_count(map, "unpriced", one.unpriced);
    return map;
  }

 private:
  void set_metrics(Value& map, std::size_t index) {
    Value metrics = map_value();
    Value undecided = map_value();
    for (const MetricSample& metric : take(sample_.measured, measured_, index)) {
      if (metric.undecided < 1) {
        metrics.set(sample_.metrics[metric.metric], number_value(metric.score));
      }
      if (metric.undecided > 0) {
        undecided.set(sample_.metrics[metric.metric], number_value(metric.undecided));
      }
    }
    if (!metrics.fields.empty()) {
      map.set("metrics", std::move(metrics));
    }
    if (!undecided.fields.empty()) {
      map.set("metrics_undecided", std::move(undecided));
    }
  }

  const RunSample& sample_;
  std::size_t tagged_ = 0;
  std::size_t measured_ = 0;
  std::size_t calls_ = 0;
};

}  // namespace

Value evidence_cases_value(const RunSample& sample) {
  RowWriter writer(sample);
  Value rows = list_value({});
  for (std::size_t index = 0; index < sample.cases.size(); ++index) {
    rows.items.push_back(writer.row(index));
  }
  return rows;
}

}  // namespace promptctl
