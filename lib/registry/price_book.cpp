#include "registry/price_book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "document/json.hpp"
#include "provider/variables.hpp"

namespace promptctl {
namespace {

constexpr std::string_view registry_layer = "registry";

PriceOrigin origin_of(const std::string& layer, const PriceTable& table) {
  return {layer, table.date(), table.digest()};
}

ListedPrice of_registry(const Target& target, const PriceHistory& history) {
  return {{target.provider, target.model, history, {}}, {std::string(registry_layer), {}, {}}};
}

}  // namespace

std::optional<ListedPrice> PriceBook::entry(const Target& target, const Project& project) const {
  const auto written = project.prices.find(target_name(target));
  if (written != project.prices.end()) {
    return of_registry(target, written->second);
  }
  const auto addresses = provider_addresses(project.providers, variables_);
  const auto address = addresses.find(target.provider);
  for (const auto& [layer, table] : tables()) {
    if (auto model = table.find(target, address == addresses.end() ? "" : address->second)) {
      return ListedPrice{std::move(*model), origin_of(layer, table)};
    }
  }
  return std::nullopt;
}

std::optional<TargetPrice> PriceBook::find(const Target& target, const Project& project,
                                           std::chrono::system_clock::time_point at) const {
  const auto listed = entry(target, project);
  if (!listed) {
    return std::nullopt;
  }
  const DatedPrice* dated = price_at(listed->model.history, at);
  if (dated == nullptr || !dated->price.has_token_rates()) {
    return std::nullopt;
  }
  return TargetPrice{dated->price, listed->origin};
}

TargetPrices PriceBook::find_all(const std::vector<Target>& targets, const Project& project,
                                 std::chrono::system_clock::time_point at) const {
  TargetPrices prices;
  for (const Target& target : targets) {
    if (auto price = find(target, project, at)) {
      prices.emplace(target_name(target), std::move(*price));
    }
  }
  return prices;
}

std::vector<ListedPrice> PriceBook::entries(const std::string& model, const Project& project) const {
  std::vector<ListedPrice> all;
  const auto add = [&all](ListedPrice listed) {
    const auto is_same = [&](const ListedPrice& other) { return other.model.provider == listed.model.provider; };
    if (std::none_of(all.begin(), all.end(), is_same)) {
      all.push_back(std::move(listed));
    }
  };
  for (const auto& [name, history] : project.prices) {
    if (const auto target = find_target(name); target && target->model == model) {
      add(of_registry(*target, history));
    }
  }
  for (const auto& [layer, table] : tables()) {
    for (PricedModel& found : table.find_everywhere(model)) {
      add({std::move(found), origin_of(layer, table)});
    }
  }
  return all;
}

bool PriceBook::has_provider(const std::string& name, const Project& project) const {
  const auto has = [&name](const auto& table) { return table.second.has_provider(name); };
  return project.providers.count(name) > 0 || std::any_of(tables().begin(), tables().end(), has);
}

std::vector<std::string> PriceBook::names(const Project& project) const {
  std::vector<std::string> names;
  std::transform(project.prices.begin(), project.prices.end(), std::back_inserter(names),
                 [](const auto& price) { return price.first; });
  for (const auto& [layer, table] : tables()) {
    const std::vector<std::string> of_table = table.names();
    names.insert(names.end(), of_table.begin(), of_table.end());
  }
  return names;
}

const std::vector<std::pair<std::string, PriceTable>>& PriceBook::tables() const {
  if (tables_.empty()) {
    if (const SourcePointer source = read_user_table_ ? read_user_table_() : nullptr) {
      tables_.emplace_back("user", require_price_table(source));
    }
    tables_.emplace_back("built-in", PriceTable::built_in());
  }
  return tables_;
}

PriceTable require_price_table(const SourcePointer& source) {
  Diagnostics faults;
  auto table = PriceTable::read(source, faults);
  if (!table) {
    const Diagnostic& first = faults.all().front();
    const std::string all = fmt::format("one of {} faults: promptctl prices import names them all", faults.errors());
    throw Failure(first.code, first.where, first.message, faults.errors() > 1 ? all : first.hint);
  }
  return *std::move(table);
}

}  // namespace promptctl
