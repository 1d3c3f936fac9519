using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace JobWise.Llm.Architecture.Tests.Conventions;

/// <summary>Arguments that are good enough to reach the next guard.</summary>
internal static class StandIn
{
    public static MethodInfo Close(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(Fitting)])
        : method;

    public static object? For(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(IServiceCollection) => new ServiceCollection(),
        _ when type == typeof(ILLMBuilder) => Builder(),
        { IsValueType: true } => Activator.CreateInstance(type),
        { IsArray: true } => Array.CreateInstance(type.GetElementType()!, 0),
        { IsInterface: true } => Substitute.For([type], []),
        _ when typeof(Delegate).IsAssignableFrom(type) => EmptyDelegate(type),
        { IsAbstract: true } => null,
        _ => Construct(type),
    };

    /// <summary>Calls the method and runs what it returns up to its first step, so that a late guard counts as well.</summary>
    public static async Task RunAsync(MethodInfo method, object?[] arguments)
    {
        switch (Invoke(method, arguments))
        {
            case Task task:
                await task;
                break;
            case IEnumerable and not string and var items:
                ((IEnumerable)items).GetEnumerator().MoveNext();
                break;
            case { } other:
                await StepAsync(other);
                break;
        }
    }

    private static object? Invoke(MethodInfo method, object?[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static Task StepAsync(object result) => result.GetType().GetInterfaces()
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } type
        ? (Task)typeof(StandIn).GetMethod(nameof(FirstAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [result])!
        : Task.CompletedTask;

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> stream)
    {
        await using var enumerator = stream.GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
    }

    private static Type Fitting(Type parameter) => parameter.GetGenericParameterConstraints() is { Length: > 0 } constraints
        ? PublicTypes.All.First(type => type is { IsClass: true, IsAbstract: false } && constraints.All(each => each.IsAssignableFrom(type)))
        : typeof(string);

    // What has no constructor without arguments is only passed on: the guard of another argument comes first.
    private static object? Construct(Type type)
    {
        var simple = type.GetConstructors().FirstOrDefault(each => each.GetParameters().All(parameter => parameter.IsOptional));
        return simple is null
            ? RuntimeHelpers.GetUninitializedObject(type)
            : simple.Invoke([.. simple.GetParameters().Select(parameter => parameter.DefaultValue)]);
    }

    private static ILLMBuilder Builder()
    {
        var builder = Substitute.For<ILLMBuilder>();
        builder.Services.Returns(new ServiceCollection());
        return builder;
    }

    private static Delegate EmptyDelegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        return Expression.Lambda(type, Expression.Default(invoke.ReturnType), parameters).Compile();
    }
}
