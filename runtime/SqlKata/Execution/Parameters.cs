using System.Collections;
using System.Data;
using Dapper;

namespace SqlKata.Execution;

/// <summary>Gives the bindings of a compiled query to Dapper.</summary>
internal static class Parameters
{
    public static DynamicParameters Of(SqlResult compiled)
    {
        var parameters = new DynamicParameters();
        foreach (var (name, value) in compiled.NamedBindings)
        {
            parameters.Add(name, value is IEnumerable and not (string or byte[] or char[]) ? new Whole(value) : value);
        }

        return parameters;
    }

    /// <summary>An array that goes to the driver as one value; Dapper would make a list of parameters of it.</summary>
    private sealed class Whole(object value) : SqlMapper.ICustomQueryParameter
    {
        public void AddParameter(IDbCommand command, string name)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
