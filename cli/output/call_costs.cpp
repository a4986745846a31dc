#include "cli/output/call_costs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "document/figure_value.hpp"
#include "document/json.hpp"
#include "exchange/usage_value.hpp"
#include "price/cost.hpp"
#include "provider/usage_body.hpp"
#include "report/text/table_text.hpp"
#include "run/provenance_record.hpp"

namespace promptctl::cli {
namespace {

// One JSON document, or one a line, each with its place.
std::vector<Value> read_documents(const SourcePointer& source, Diagnostics& diagnostics) {
  Diagnostics as_one;
  if (auto document = read_json(source, as_one)) {
    return document->is_list() ? std::move(document->items) : std::vector<Value>{std::move(*document)};
  }
  std::vector<Value> documents;
  int number = 0;
  for (const std::string_view line : split(source->text(), '\n')) {
    ++number;
    if (trim(line).empty()) {
      continue;
    }
    const auto piece = std::make_shared<const Source>(source->path(), std::string(line), number);
    if (auto document = read_json(piece, diagnostics)) {
      documents.push_back(std::move(*document));
    }
  }
  return documents;
}

CallCost cost_call(const Value& body, const Price& price, bool batch, Diagnostics& diagnostics) {
  CallCost call;
  call.line = body.where.line;
  const Usage of_reply = usage_in(body);
  call.usage = of_reply == Usage() ? read_usage_body(body) : of_reply;
  if (call.usage == Usage()) {
    diagnostics.error("no-usage", body.where, "nothing here counts tokens",
                      "give a reply as the provider sent it, or its `usage`");
  }
  Response reply;
  reply.usage = call.usage;
  drop_impossible_counts(reply);
  call.parts = cost_parts(reply.usage, &price);
  if (call.parts) {
    call.total = batch ? batch_cost(call.parts->total, price) : call.parts->total;
  }
  return call;
}

Table cost_table(const CallCosts& costs) {
  Table table;
  table.columns = {{"kind"}, {"count", true}, {"USD", true}};
  for (std::size_t kind = 0; kind < cost_kinds; ++kind) {
    const CostPart& part = costs.sum.by_kind.at(kind);
    if (part.count > 0 && (kind + 1 < cost_kinds || part.usd != Usd())) {
      table.rows.push_back({{std::string(cost_kind_name(kind))}, {grouped(part.count)}, {decimal_text(part.usd)}});
    }
  }
  table.rows.push_back({{"total"}, {}, {decimal_text(costs.sum.total)}});
  if (costs.batch) {
    table.rows.push_back({{"in a batch"}, {}, {decimal_text(costs.total)}});
  }
  return table;
}

Value parts_value(const CostParts& parts) {
  Value map = map_value();
  for (std::size_t kind = 0; kind < cost_kinds; ++kind) {
    const CostPart& part = parts.by_kind.at(kind);
    if (part.count > 0) {
      map.set(std::string(cost_kind_name(kind)),
              map_value().set("count", integer_value(part.count)).set("usd", text_value(decimal_text(part.usd))));
    }
  }
  return map;
}

Value call_value(const CallCost& call) {
  return map_value()
      .set("line", integer_value(call.line))
      .set("usage", usage_value(call.usage))
      .set("parts", call.parts ? parts_value(*call.parts) : Value())
      .set("cost_usd", cost_value(call.total));
}

}  // namespace

std::size_t CallCosts::unknown() const {
  return static_cast<std::size_t>(
      std::count_if(calls.begin(), calls.end(), [](const CallCost& call) { return !call.total; }));
}

CallCosts cost_calls(const PriceListing& listing, const DatedPrice& dated, bool batch, const SourcePointer& bodies,
                     Diagnostics& diagnostics) {
  CallCosts costs{listing, listing.listed.origin, batch, {}, {}, {}};
  if (batch && !dated.price.batch_millionths) {
    diagnostics.error("unknown-price", {}, fmt::format("no price of a batch is known for `{}`", listing.asked),
                      "write `batch: 50%` with the model's price in promptctl.yaml");
    return costs;
  }
  for (const Value& body : read_documents(bodies, diagnostics)) {
    const CallCost& call = costs.calls.emplace_back(cost_call(body, dated.price, batch, diagnostics));
    if (call.parts && call.total) {
      costs.sum += *call.parts;
      costs.total += *call.total;
    }
  }
  if (costs.calls.empty() && !diagnostics.has_errors()) {
    diagnostics.error("no-usage", whole_file(bodies->path()), "the file holds no reply");
  }
  return costs;
}

std::string costs_text(const CallCosts& costs, const ReportStyle& style) {
  std::string text = fmt::format("{}: {}\n", costs.listing.asked, counted(costs.calls.size(), "call"));
  text += table_text(cost_table(costs), style);
  for (const CallCost& call : costs.calls) {
    if (!call.total) {
      text += fmt::format(
          "  line {}: unknown, and not in the total: the usage lacks tokens, has some without a price, "
          "or contradicts itself\n",
          call.line);
    }
  }
  return text + origin_text(costs.origin);
}

Value costs_value(const CallCosts& costs) {
  Value calls = list_value({});
  std::transform(costs.calls.begin(), costs.calls.end(), std::back_inserter(calls.items), call_value);
  return map_value()
      .set("format", text_value("promptctl-call-costs 1"))
      .set("model", text_value(costs.listing.asked))
      .set("table", price_origin_value(costs.origin))
      .set("batch", boolean_value(costs.batch))
      .set("parts", parts_value(costs.sum))
      .set("cost_usd", costs.unknown() == 0 ? cost_value(costs.total) : Value())
      .set("known_cost_usd", cost_value(costs.total))
      .set("unknown", integer_value(static_cast<long long>(costs.unknown())))
      .set("calls", std::move(calls));
}

}  // namespace promptctl::cli
